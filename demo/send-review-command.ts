import { type Api, answerOf, makeIdempotencyKey } from "../client/client.ts";
import type { Caller, DemoCommand, Languages } from "./timeline.ts";
import * as words from "./words.ts";

/** The command of one kind, or of several. */
export type CommandOf<Kind extends DemoCommand["kind"]> = Extract<DemoCommand, { kind: Kind }>;

type ConsultationCommand = CommandOf<"meet" | "languages" | "outcome">;
type AnswersCommand = CommandOf<"draft-answers" | "submit" | "return-answers" | "open-answers">;
type FeedbackCommand = CommandOf<"draft-feedback" | "clear" | "return-feedback">;
type ClarificationCommand = CommandOf<"request" | "answer" | "close">;
type ObservationsCommand = CommandOf<"list" | "agree" | "publish" | "consent">;
type ChangeCommand = CommandOf<"delay" | "correct" | "request-redraw" | "redraw">;

/** A command about one review. */
export type ReviewCommand =
  ConsultationCommand | AnswersCommand | FeedbackCommand | ClarificationCommand | ObservationsCommand | ChangeCommand;

/** Sender of a command. Its key makes a creation happen once, however often the request is sent. */
export interface Sender {
  readonly api: Api;
  readonly key: string;
  readonly caller: Caller;
}

const send = async (request: Parameters<typeof answerOf>[0]): Promise<void> => {
  await answerOf(request);
};

const version = (before: number) => ({ "If-Match": `"v${before}"` });

const partyOf = (caller: Caller): string => (caller.role === "secretariat" ? "The secretariat" : caller.party);

const openOf = ({ why, translationNeeded }: Extract<Languages, { open: object }>["open"]) => ({
  why,
  translationNeeded: [...translationNeeded],
});
const agreementOf = ({ languages, ...more }: Extract<Languages, { languages: object }>) => ({
  languages: [...languages],
  ...more,
});
const outcomeLanguages = (languages: Languages | undefined) => {
  if (languages === undefined) return {};
  return "open" in languages ? { languagesOpen: openOf(languages.open) } : { languages: agreementOf(languages) };
};

const sendConsultation = ({ api }: Sender, command: ConsultationCommand): Promise<void> => {
  const params = { path: { reviewId: command.review } };
  switch (command.kind) {
    case "meet": {
      const body = { meeting: "first" as const, heldOn: command.heldOn };
      return send(api.POST("/v1/reviews/{reviewId}/consultation/meetings", { params, body }));
    }
    case "languages": {
      const { languages } = command;
      const body = "open" in languages ? { open: openOf(languages.open) } : agreementOf(languages);
      return send(api.POST("/v1/reviews/{reviewId}/consultation/languages", { params, body }));
    }
    case "outcome": {
      const { kind: _kind, review: _review, languages, ...outcome } = command;
      const body = { ...outcome, ...outcomeLanguages(languages) };
      return send(api.POST("/v1/reviews/{reviewId}/consultation/outcome", { params, body }));
    }
  }
};

const draftAnswers = async ({ api, caller }: Sender, command: CommandOf<"draft-answers">): Promise<void> => {
  for (const { instrument, version: next } of command.drafts) {
    const params = { path: { reviewId: command.review, instrument }, header: version(next - 1) };
    const body = { text: words.answersOf(partyOf(caller), instrument, next) };
    await send(api.PUT("/v1/reviews/{reviewId}/answers/drafts/{instrument}", { params, body }));
  }
};

const sendAnswers = (sender: Sender, command: AnswersCommand): Promise<void> => {
  const { api } = sender;
  const params = { path: { reviewId: command.review } };
  switch (command.kind) {
    case "draft-answers":
      return draftAnswers(sender, command);
    case "submit": {
      const body = { drafts: [...command.drafts] };
      return send(api.POST("/v1/reviews/{reviewId}/answers/submission", { params, body }));
    }
    case "return-answers": {
      const body = { reason: command.reason };
      return send(api.POST("/v1/reviews/{reviewId}/answers/return", { params, body }));
    }
    case "open-answers":
      return send(api.POST("/v1/reviews/{reviewId}/answers/opening", { params }));
  }
};

const draftFeedback = async ({ api }: Sender, command: CommandOf<"draft-feedback">): Promise<void> => {
  const { review: reviewId, party: partyId, drafts } = command;
  for (const { instrument, version: next } of drafts) {
    const params = { path: { reviewId, partyId, instrument }, header: version(next - 1) };
    const body = { text: words.feedbackOf(partyId, instrument, next) };
    await send(api.PUT("/v1/reviews/{reviewId}/feedback/{partyId}/drafts/{instrument}", { params, body }));
  }
};

const sendFeedback = (sender: Sender, command: FeedbackCommand): Promise<void> => {
  const { api } = sender;
  const params = { path: { reviewId: command.review, partyId: command.party } };
  switch (command.kind) {
    case "draft-feedback":
      return draftFeedback(sender, command);
    case "clear": {
      const body = { drafts: [...command.drafts] };
      return send(api.POST("/v1/reviews/{reviewId}/feedback/{partyId}/clearance", { params, body }));
    }
    case "return-feedback": {
      const body = { reason: command.reason };
      return send(api.POST("/v1/reviews/{reviewId}/feedback/{partyId}/return", { params, body }));
    }
  }
};

const sendClarification = ({ api, key }: Sender, command: ClarificationCommand): Promise<void> => {
  const { review: reviewId, number } = command;
  const params = { path: { reviewId, number } };
  switch (command.kind) {
    case "request": {
      const created = { path: { reviewId }, header: makeIdempotencyKey(key) };
      const body = { text: words.questionOf(number) };
      return send(api.POST("/v1/reviews/{reviewId}/clarifications", { params: created, body }));
    }
    case "answer": {
      const body = { text: words.clarificationOf(number) };
      return send(api.POST("/v1/reviews/{reviewId}/clarifications/{number}/answer", { params, body }));
    }
    case "close":
      return send(api.POST("/v1/reviews/{reviewId}/clarifications/{number}/closure", { params }));
  }
};

const sendObservations = ({ api }: Sender, command: ObservationsCommand): Promise<void> => {
  const path = { reviewId: command.review };
  const params = { path };
  switch (command.kind) {
    case "list": {
      const changed = { path, header: version(command.version - 1) };
      const body = words.listOf(command.version);
      return send(api.PUT("/v1/reviews/{reviewId}/observations", { params: changed, body }));
    }
    case "agree": {
      const body = { version: command.version };
      return send(api.POST("/v1/reviews/{reviewId}/observations/agreements", { params, body }));
    }
    case "publish": {
      const body = { version: command.version };
      return send(api.POST("/v1/reviews/{reviewId}/observations/publication", { params, body }));
    }
    case "consent": {
      const body = { parts: [...command.parts] };
      return send(api.POST("/v1/reviews/{reviewId}/publication-consent", { params, body }));
    }
  }
};

/** Changes of what was fixed before: a date, or who holds a seat. */
const sendChange = ({ api, key }: Sender, command: ChangeCommand): Promise<void> => {
  const path = { reviewId: command.review };
  switch (command.kind) {
    case "delay": {
      const { obligation: obligationId, dueOn, reason } = command;
      const params = { path: { ...path, obligationId } };
      const body = { dueOn, reason };
      return send(api.POST("/v1/reviews/{reviewId}/obligations/{obligationId}/delay", { params, body }));
    }
    case "correct": {
      const { what, to, reason } = command;
      return send(api.POST("/v1/reviews/{reviewId}/corrections", { params: { path }, body: { what, to, reason } }));
    }
    case "request-redraw": {
      const body = { seat: command.seat };
      return send(api.POST("/v1/reviews/{reviewId}/redraw-requests", { params: { path }, body }));
    }
    case "redraw": {
      const params = { path, header: makeIdempotencyKey(key) };
      const { from, to: party, drawnOn } = command;
      const instruments = [...command.instruments];
      const body = { from, drawn: { party, instruments, drawnOn, document: "CTOC/COP/WG.12/2021/3" } };
      return send(api.POST("/v1/reviews/{reviewId}/redraws", { params, body }));
    }
  }
};

/** Sends a command about a review: one request, or one for each draft. */
export const sendReviewCommand = (sender: Sender, command: ReviewCommand): Promise<void> => {
  switch (command.kind) {
    case "meet":
    case "languages":
    case "outcome":
      return sendConsultation(sender, command);
    case "draft-answers":
    case "submit":
    case "return-answers":
    case "open-answers":
      return sendAnswers(sender, command);
    case "draft-feedback":
    case "clear":
    case "return-feedback":
      return sendFeedback(sender, command);
    case "request":
    case "answer":
    case "close":
      return sendClarification(sender, command);
    case "list":
    case "agree":
    case "publish":
    case "consent":
      return sendObservations(sender, command);
    case "delay":
    case "correct":
    case "request-redraw":
    case "redraw":
      return sendChange(sender, command);
  }
};
