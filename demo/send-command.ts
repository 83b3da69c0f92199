import type { Nominee } from "../client/api-types.ts";
import { type Api, answerOf, creating } from "../client/client.ts";
import { demoPeople } from "../bin/load-data.ts";
import type { Caller, DemoCommand, Languages, Somebody } from "./timeline.ts";
import * as words from "./words.ts";

/** The address under which somebody signs in. */
export const addressOf = (caller: Caller): string => {
  if (caller.role === "secretariat") return demoPeople.secretariat;
  if (caller.role === "mission") return demoPeople.mission(caller.party);
  const { role, party, number } = caller;
  if (number === 1 && role === "focal-point") return demoPeople.focalPoint(party);
  if (number === 1 && role === "observer") return demoPeople.observer(party);
  return `${role.replace("-", ".")}.${number}@${party.toLowerCase()}.example.org`;
};

const titles = { "focal-point": "Focal Point", expert: "Expert", observer: "Observer" } as const;

const nomineeOf = (somebody: Somebody): Nominee => {
  const { role, party, number } = somebody;
  return {
    name: `${titles[role]} ${number} of ${party}`,
    email: addressOf(somebody),
    institution: number % 2 === 0 ? "Ministry of the Interior" : "Ministry of Justice",
    gender: (party.charCodeAt(0) + party.charCodeAt(1) + number) % 3 === 0 ? "female" : "male",
    language: "en",
  };
};

/** Ids of mandates as the API gave them, by the person who holds them. */
export type Mandates = Map<string, string>;

const nameOf = ({ role, party, number }: Somebody): string => `${party} ${role} ${number}`;

const mandateOf = (mandates: Mandates, somebody: Somebody): string => {
  const known = mandates.get(nameOf(somebody));
  if (known === undefined) throw new Error(`${nameOf(somebody)} was never named`);
  return known;
};

const version = (before: number) => ({ "If-Match": `"v${before}"` });

const outcomeLanguages = (languages: Languages | undefined) => {
  if (languages === undefined) return {};
  return "open" in languages ? { languagesOpen: openOf(languages.open) } : { languages: agreementOf(languages) };
};
const openOf = ({ why, translationNeeded }: Extract<Languages, { open: object }>["open"]) => ({
  why,
  translationNeeded: [...translationNeeded],
});
const agreementOf = ({ languages, ...more }: Extract<Languages, { languages: object }>) => ({
  languages: [...languages],
  ...more,
});

type PeopleDeed = Extract<DemoCommand, { kind: "name" | "replace" | "remove" }>;

/** Names, replaces or removes somebody, and remembers the mandate. */
const changePeople = async (api: Api, key: string, does: PeopleDeed, mandates: Mandates): Promise<void> => {
  const { person } = does;
  const partyId = person.party;
  const header = creating(key);
  if (does.kind === "name") {
    const body = { role: person.role, person: nomineeOf(person), reviews: [...does.reviews] };
    const { body: named } = await answerOf(
      api.POST("/v1/parties/{partyId}/mandates", { params: { path: { partyId }, header }, body }),
    );
    mandates.set(nameOf(person), named.mandate);
    return;
  }
  const params = { path: { partyId, mandateId: mandateOf(mandates, person) }, header };
  if (does.kind === "remove") {
    await answerOf(api.POST("/v1/parties/{partyId}/mandates/{mandateId}/removal", { params, body: {} }));
    return;
  }
  const { by, effectiveOn } = does;
  const body = { person: nomineeOf(by), ...(effectiveOn === undefined ? {} : { effectiveOn }) };
  const { body: changed } = await answerOf(
    api.POST("/v1/parties/{partyId}/mandates/{mandateId}/replacement", { params, body }),
  );
  if (changed.successor !== undefined) mandates.set(nameOf(by), changed.successor.mandate);
};

type ReviewDeed = Exclude<DemoCommand, PeopleDeed>;
type Answering = Parameters<typeof answerOf>[0];

/** The requests of a deed about a review, in the order in which they are sent. */
const requestsOf = (api: Api, key: string, caller: Caller, does: ReviewDeed): readonly (() => Answering)[] => {
  const path = { reviewId: does.review };
  const params = { path };
  const keyed = { path, header: creating(key) };
  switch (does.kind) {
    case "meet":
      return [() => api.POST("/v1/reviews/{reviewId}/consultation/meeting", { params, body: { heldOn: does.heldOn } })];
    case "languages": {
      const { languages } = does;
      const body = "open" in languages ? { open: openOf(languages.open) } : agreementOf(languages);
      return [() => api.POST("/v1/reviews/{reviewId}/consultation/languages", { params, body })];
    }
    case "outcome": {
      const { kind: _kind, review: _review, languages, ...outcome } = does;
      const body = { ...outcome, ...outcomeLanguages(languages) };
      return [() => api.POST("/v1/reviews/{reviewId}/consultation/outcome", { params, body })];
    }
    case "delay": {
      const { obligation: obligationId, dueOn, reason } = does;
      return [
        () =>
          api.POST("/v1/reviews/{reviewId}/obligations/{obligationId}/delay", {
            params: { path: { ...path, obligationId } },
            body: { dueOn, reason },
          }),
      ];
    }
    case "draft-answers":
      return does.drafts.map(
        ({ instrument, version: next }) =>
          () =>
            api.PUT("/v1/reviews/{reviewId}/answers/drafts/{instrument}", {
              params: { path: { ...path, instrument }, header: version(next - 1) },
              body: { text: words.answersOf(partyOf(caller), instrument, next) },
            }),
      );
    case "submit":
      return [
        () => api.POST("/v1/reviews/{reviewId}/answers/submission", { params, body: { drafts: [...does.drafts] } }),
      ];
    case "return-answers":
      return [() => api.POST("/v1/reviews/{reviewId}/answers/return", { params, body: { reason: does.reason } })];
    case "open-answers":
      return [() => api.POST("/v1/reviews/{reviewId}/answers/opening", { params })];
    case "draft-feedback":
      return does.drafts.map(
        ({ instrument, version: next }) =>
          () =>
            api.PUT("/v1/reviews/{reviewId}/feedback/{partyId}/drafts/{instrument}", {
              params: { path: { ...path, partyId: does.party, instrument }, header: version(next - 1) },
              body: { text: words.feedbackOf(does.party, instrument, next) },
            }),
      );
    case "clear": {
      const where = { path: { ...path, partyId: does.party } };
      const body = { drafts: [...does.drafts] };
      return [() => api.POST("/v1/reviews/{reviewId}/feedback/{partyId}/clearance", { params: where, body })];
    }
    case "return-feedback": {
      const where = { path: { ...path, partyId: does.party } };
      const body = { reason: does.reason };
      return [() => api.POST("/v1/reviews/{reviewId}/feedback/{partyId}/return", { params: where, body })];
    }
    case "ask":
      return [
        () =>
          api.POST("/v1/reviews/{reviewId}/clarifications", {
            params: keyed,
            body: { text: words.questionOf(does.number) },
          }),
      ];
    case "answer": {
      const where = { path: { ...path, number: does.number } };
      const body = { text: words.clarificationOf(does.number) };
      return [() => api.POST("/v1/reviews/{reviewId}/clarifications/{number}/answer", { params: where, body })];
    }
    case "close": {
      const where = { path: { ...path, number: does.number } };
      return [() => api.POST("/v1/reviews/{reviewId}/clarifications/{number}/closure", { params: where })];
    }
    case "list":
      return [
        () =>
          api.PUT("/v1/reviews/{reviewId}/observations", {
            params: { path, header: version(does.version - 1) },
            body: words.listOf(does.version),
          }),
      ];
    case "agree":
      return [
        () => api.POST("/v1/reviews/{reviewId}/observations/agreements", { params, body: { version: does.version } }),
      ];
    case "publish":
      return [
        () => api.POST("/v1/reviews/{reviewId}/observations/publication", { params, body: { version: does.version } }),
      ];
    case "consent":
      return [
        () => api.POST("/v1/reviews/{reviewId}/publication-consent", { params, body: { parts: [...does.parts] } }),
      ];
    case "correct": {
      const { what, to, reason } = does;
      return [() => api.POST("/v1/reviews/{reviewId}/corrections", { params, body: { what, to, reason } })];
    }
    case "ask-redraw":
      return [() => api.POST("/v1/reviews/{reviewId}/redraw-requests", { params, body: { seat: does.seat } })];
    case "redraw":
      return [
        () =>
          api.POST("/v1/reviews/{reviewId}/redraws", {
            params: keyed,
            body: { from: does.from, drawn: { party: does.to } },
          }),
      ];
  }
};

const partyOf = (caller: Caller): string => (caller.role === "secretariat" ? "The secretariat" : caller.party);

/** Does one deed through the API as its caller. The key makes it have one effect however often it is sent. */
export const sendCommand = async (
  api: Api,
  key: string,
  caller: Caller,
  does: DemoCommand,
  mandates: Mandates,
): Promise<void> => {
  if (does.kind === "name" || does.kind === "replace" || does.kind === "remove")
    return changePeople(api, key, does, mandates);
  for (const request of requestsOf(api, key, caller, does)) await answerOf(request());
};
