import type { ObligationKind } from "../../../schemas/model/review.ts";
import { type Markup, markup } from "./html.ts";

/** Duties of work in a review: all but the nominations, which have letters of their own. */
export type WorkKind = Exclude<ObligationKind, "focal-point" | "experts">;

interface Words {
  /** "the answers of France to the self-assessment questionnaire" */
  readonly what: (party: Markup) => Markup;
  /** "The answers": the same once it was named. */
  readonly short: string;
  /** For a subject line: "Answers to the self-assessment questionnaire" */
  readonly title: string;
  /** "are", "is": as `what` is counted. */
  readonly are: "are" | "is";
  /** What happened on the day on which it came to be owed again; nothing where that does not happen. */
  readonly again: (day: Markup) => Markup;
  /** Whether the period of the rule counts from the day on which it opened. */
  readonly isCounted: boolean;
  /** The rule behind the date. */
  readonly rule: (period: string) => Markup;
  /** Who does what, and what follows. */
  readonly how: (party: Markup) => Markup;
}

const procedures = "procedures and rules for the functioning of the Mechanism (resolution 9/1, annex)";

export const dutyWords: { readonly [K in WorkKind]: Words } = {
  questionnaire: {
    what: (party) => markup`the answers of ${party} to the self-assessment questionnaire`,
    short: "The answers",
    title: "Answers to the self-assessment questionnaire",
    are: "are",
    again: (day) => markup`The answers were returned on ${day}, to be submitted again.`,
    isCounted: true,
    rule: (period) =>
      markup`In accordance with the ${procedures}, each party under review provides its reviewers with its responses to the self-assessment questionnaire within a reasonable time frame not exceeding ${period}.`,
    how: (party) =>
      markup`The governmental experts of ${party} may draft the answers side by side, for one instrument after the other; its focal point submits them. The reviewing parties can begin their work when they have received the answers.`,
  },
  feedback: {
    what: (party) => markup`the written feedback of ${party}`,
    short: "The feedback",
    title: "Written feedback",
    are: "is",
    again: (day) => markup`The feedback was returned on ${day}, to be cleared again.`,
    isCounted: true,
    rule: (period) =>
      markup`In accordance with paragraph 35 of the ${procedures}, reviewing parties submit their written feedback to the party under review within a reasonable time frame not exceeding ${period} from receipt of the responses to the self-assessment questionnaire.`,
    how: (party) =>
      markup`The governmental experts of ${party} may draft the feedback together with those of the other reviewing parties, and ask the party under review for clarification; the focal point clears it.`,
  },
  clarification: {
    what: (party) => markup`the clarification requested of ${party}`,
    short: "An answer",
    title: "Answer to a request for clarification",
    are: "is",
    again: () => markup``,
    isCounted: true,
    rule: (period) =>
      markup`For an answer to a request for clarification the secretariat suggests ${period}; it is a target that helps the reviewing parties to complete their feedback in time.`,
    how: (party) => markup`The answer is given by the focal point of ${party}.`,
  },
  agreement: {
    what: (party) => markup`the agreement of ${party} to the list of observations and its summary`,
    short: "The agreement",
    title: "Agreement to the list of observations",
    are: "is",
    again: (day) => markup`Another version of the list was put forward on ${day}.`,
    isCounted: false,
    rule: () =>
      markup`Each country review ends with a list of observations and a summary of it, which the reviewing parties prepare in close cooperation with the party under review. In accordance with the ${procedures}, the review of one cluster is to last two years.`,
    how: (party) =>
      markup`Once a version of the list is open for agreement, the focal point of ${party} agrees to it, or settles with the other parties what should still change. When every party has agreed to the same version, the secretariat publishes it.`,
  },
};

/** What a duty is called in a list: "Nomination of a focal point", "Written feedback". */
export const titleOfDuty = (kind: ObligationKind): string => {
  if (kind === "focal-point") return "Nomination of a focal point";
  return kind === "experts" ? "Nomination of governmental experts" : dutyWords[kind].title;
};
