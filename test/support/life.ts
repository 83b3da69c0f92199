import { expect } from "vitest";
import type { Answer } from "./contract.ts";
import { addressOf, type Role, type Running, secretariat } from "./harness.ts";

/** What a life needs of whatever answers the API. */
export type Lived = Pick<Running, "ask" | "get" | "name"> & {
  readonly app: Pick<Running["app"], "rest" | "moveTo">;
};

/** One review, driven over HTTP as its parties would; every answer is held to the API document. */
export interface Life {
  readonly review: string;
  readonly under: string;
  /** Reviewing parties with the instruments that each reviews. */
  readonly reviewers: readonly { readonly party: string; readonly instruments: readonly string[] }[];
  readonly instruments: readonly string[];
  readonly at: (path: string) => string;
  readonly post: (path: string, as: string, body?: object, more?: { key?: string; match?: string }) => Promise<Answer>;
  readonly read: (as?: string) => Promise<any>;
  readonly focalPoint: (party: string) => string;
  readonly expert: (party: string) => string;
  /** Names focal point, expert and observer of each party of the review. */
  readonly nominate: (roles?: readonly Role[]) => Promise<void>;
  readonly conclude: (body?: object) => Promise<void>;
  readonly draftAnswers: (as?: string) => Promise<readonly { instrument: string; version: number }[]>;
  readonly submit: () => Promise<Answer>;
  readonly draftFeedback: (party: string) => Promise<readonly { instrument: string; version: number }[]>;
  readonly clear: (party: string) => Promise<Answer>;
  readonly clearAll: () => Promise<void>;
  readonly list: (text?: string) => Promise<number>;
  readonly agreeAll: (version: number) => Promise<void>;
  readonly publish: (version: number) => Promise<Answer>;
  readonly days: (count: number) => Promise<void>;
  readonly obligation: (id: string) => Promise<any>;
}

const done = (answer: Answer, status = 200): Answer => {
  expect([answer.status, answer.status === status ? "" : answer.text]).toEqual([status, ""]);
  return answer;
};

/** A review of the prepared data as it can be lived through. Its group must have started. */
export const lifeOf = async (api: Lived, review: string): Promise<Life> => {
  const { body } = await api.get(`/v1/reviews/${review}`, secretariat);
  const under: string = body.party;
  const seats: { party: string; role: string; instruments: string[] }[] = body.seats;
  const reviewers = seats.filter(({ role }) => role !== "under-review");
  const instruments = seats.find(({ role }) => role === "under-review")?.instruments ?? [];
  const at = (path: string) => `/v1/reviews/${review}${path}`;
  const focalPoint = (party: string) => addressOf(party, "focal-point");
  const expert = (party: string) => addressOf(party, "expert");

  const post: Life["post"] = (path, as, sent, more = {}) =>
    api.ask("POST", at(path), { as, ...(sent === undefined ? {} : { body: sent }), ...more });
  const write = async (path: string, as: string, text: string): Promise<number> => {
    const before = done(await api.get(at(path), as));
    const match = before.headers.get("etag") ?? "";
    const answer = done(await api.ask("PUT", at(path), { as, match, body: { text } }));
    return answer.body.version;
  };
  const draft = (path: string, as: string, party: string, which: readonly string[]) =>
    which.reduce<Promise<{ instrument: string; version: number }[]>>(async (before, instrument) => {
      const written = await before;
      const version = await write(`${path}/${instrument}`, as, `${party} on ${instrument}.\nA second line.`);
      return [...written, { instrument, version }];
    }, Promise.resolve([]));

  const life: Life = {
    review,
    under,
    reviewers,
    instruments,
    at,
    post,
    focalPoint,
    expert,
    read: async (as = secretariat) => done(await api.get(at(""), as)).body,
    nominate: async (roles = ["focal-point", "expert"]) => {
      for (const { party } of seats)
        for (const role of roles) done(await api.name(party, role, { reviews: [review] }), 201);
      await api.app.rest();
    },
    conclude: async (more = {}) => {
      const today = (await api.get("/health")).body.now.slice(0, 10);
      done(
        await post("/consultation/outcome", focalPoint(under), {
          heldOn: today,
          languages: { languages: ["en", "fr"] },
          ...more,
        }),
      );
    },
    draftAnswers: (as = expert(under)) => draft("/answers/drafts", as, under, instruments),
    submit: async () =>
      done(await post("/answers/submission", focalPoint(under), { drafts: await life.draftAnswers() })),
    draftFeedback: (party) =>
      draft(
        `/feedback/${party}/drafts`,
        expert(party),
        party,
        reviewers.find((each) => each.party === party)?.instruments ?? [],
      ),
    clear: async (party) =>
      done(await post(`/feedback/${party}/clearance`, focalPoint(party), { drafts: await life.draftFeedback(party) })),
    clearAll: async () => {
      for (const { party } of reviewers) await life.clear(party);
    },
    list: async (text = "The list of observations") => {
      const as = expert(reviewers[0]?.party ?? "");
      const before = done(await api.get(at("/observations"), as));
      const match = before.headers.get("etag") ?? "";
      const answer = await api.ask("PUT", at("/observations"), {
        as,
        match,
        body: { list: text, summary: "In short." },
      });
      // Whoever agrees before the letter about the list leaves needs none.
      await api.app.rest();
      return done(answer).body.version;
    },
    agreeAll: async (version) => {
      for (const { party } of seats) done(await post("/observations/agreements", focalPoint(party), { version }));
    },
    publish: async (version) => done(await post("/observations/publication", secretariat, { version })),
    days: async (count) => {
      await api.app.moveTo(
        new Date(Date.parse((await api.get("/health")).body.now) + count * 86_400_000).toISOString(),
      );
    },
    obligation: async (id) => (await life.read()).obligations.find((each: { id: string }) => each.id === id),
  };
  return life;
};
