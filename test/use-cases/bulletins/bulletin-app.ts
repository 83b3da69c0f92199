import { defined } from "../../../schemas/base/defined.ts";
import { brokenBulletin } from "../../../domain/bulletins/progress.ts";
import { lettersOf } from "../../../lambdas/use-cases/bulletins/plan-pages.ts";
import type { Bulletin } from "../../../schemas/model/bulletin.ts";
import { BulletinId } from "../../../schemas/base/ids.ts";
import type { Letter, LetterState } from "../../../schemas/model/letter.ts";
import { apiOf, type AppAnswer } from "../../harness/app-requests.ts";
import { party, userId } from "../../fixtures/changes.ts";
import { given, registerTestUser, nameDelegate, secretariat, subOf } from "../../fixtures/group.ts";
import type { TestApp, LocalStackOptions } from "../../harness/test-app.ts";

/** A second person of the secretariat. */
export const second = userId(2);

const text = {
  subject: "Briefing for {{party}}",
  body: "The secretariat invites {{recipientName}} to a briefing.\n\nIt is held in Vienna.",
};
const everyMission = { roles: ["mission"] };

/** Returns a two-letter code for each of a number of parties. */
const codes = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26)));

/** A system, and the secretariat at work in it on bulletins. */
export interface BulletinApp {
  readonly app: TestApp;
  /** Sends a request as the secretariat, or as the given user. */
  request(
    route: string,
    more?: { body?: unknown; id?: string; key?: string; as?: string; hash?: string },
  ): Promise<AppAnswer>;
  preview(audience?: object, more?: object): Promise<AppAnswer>;
  /** Previews and orders; where a second person is needed, that one approves. Gives the id. */
  order(more?: { audience?: object; sendAt?: string; text?: object }): Promise<string>;
  command(id: string, what: string, more?: { as?: string; key?: string }): Promise<AppAnswer>;
  bulletin(id: string): Promise<Bulletin>;
  letters(id: string): Promise<readonly Letter[]>;
  /** Returns the number of letters in each state. */
  states(id: string): Promise<Partial<Record<LetterState, number>>>;
  /** Returns the violations of guarantee 15 by the bulletin. */
  broken(id: string): Promise<readonly string[]>;
}

export interface BulletinAppOptions extends LocalStackOptions {
  /** Parties with a mission; the first of them are `withoutMission`. */
  readonly parties: number;
  readonly withoutMission?: number;
  /** Each mission has left a second address, too. */
  readonly secondContacts?: true;
  /** Each party has a focal point too. */
  readonly focalPoints?: true;
}

let keys = 0;

export const bulletinApp = async (options: BulletinAppOptions): Promise<BulletinApp> => {
  const { parties, withoutMission = 0, secondContacts, focalPoints, ...more } = options;
  const all = codes(parties);
  const reviews = Object.fromEntries(all.map((code) => [code, []]));
  const app = await given.group({
    ...more,
    reviews,
    withoutMission: all.slice(0, withoutMission),
    secondContacts: secondContacts === true ? all : [],
  });
  await registerTestUser(app, { id: second, role: "secretariat" }, "second@example.org");
  if (focalPoints === true)
    for (const [place, code] of all.entries()) {
      const number = 1_000 + place;
      await registerTestUser(
        app,
        { id: userId(number), role: "delegate", party: party(code) },
        `person-${number}@example.org`,
      );
      await nameDelegate(app, "focal-point", code, { number });
    }
  app.stream.pending.length = 0;
  const api = apiOf(app);

  const request: BulletinApp["request"] = (
    route,
    { body, id, hash, key = `key-${(keys += 1)}-of-tests`, as = secretariat } = {},
  ) =>
    api({
      as: subOf(as === secretariat ? secretariat : second),
      route,
      params: defined({ bulletinId: id, hash }),
      ...defined({ body }),
      ...(route.startsWith("GET") ? {} : { key }),
    });
  const preview: BulletinApp["preview"] = (audience = everyMission, other = {}) =>
    request("POST /v1/bulletins/previews", { body: { audience, text, ...other } });
  const bulletinOf = async (id: string): Promise<Bulletin> => {
    const aggregate = await app.store.load("bulletin", id);
    if (aggregate === undefined) throw new Error(`There is no bulletin ${id}`);
    return aggregate.state;
  };
  const letters = (id: string) => lettersOf(app.ledger, BulletinId.parse(id));

  return {
    app,
    request,
    preview,
    order: async ({ audience, sendAt, ...other } = {}) => {
      const { body: seen } = await preview(audience, other);
      const body = { preview: seen["hash"], ...defined({ sendAt }) };
      const { status, body: bulletin } = await request("POST /v1/bulletins", { body });
      if (status !== 202) throw new Error(`Refused: ${JSON.stringify(bulletin)}`);
      const id = String(bulletin["id"]);
      if (bulletin["state"] === "awaiting-approval") {
        const approved = await request("POST /v1/bulletins/{bulletinId}/approval", { id, as: second });
        if (approved.status !== 202) throw new Error(`Refused: ${JSON.stringify(approved.body)}`);
      }
      return id;
    },
    command: (id, what, other = {}) => request(`POST /v1/bulletins/{bulletinId}/${what}`, { id, ...other }),
    bulletin: bulletinOf,
    letters,
    states: async (id) => {
      const count: Partial<Record<LetterState, number>> = {};
      for (const { state } of await letters(id)) count[state] = (count[state] ?? 0) + 1;
      return count;
    },
    broken: async (id) => brokenBulletin(await bulletinOf(id), await letters(id)).map(({ why }) => why),
  };
};
