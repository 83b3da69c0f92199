import { recordDecision } from "../../../domain/review/commands/record-decision.ts";
import { ObligationId } from "../../../schemas/base/ids.ts";
import { clear, inFeedback, inQuestionnaire } from "./journey.ts";
import { at, day, type Play, secretariat } from "./play.ts";

/** Records that the Conference decided that the review continues despite an open obligation of a party. */
const decided = (play: Play, id: string, decidedOn: string) => {
  const decision = { body: "conference", document: "CTOC/COP/2022/9", decidedOn: day(decidedOn) } as const;
  const obligation = ObligationId.parse(id);
  const now = at(`${decidedOn}T15:00:00.000Z`);
  return { play, facts: play.do((review) => recordDecision(review, secretariat, { obligation, ...decision }, now)) };
};
export const withoutAnswers = () => decided(inQuestionnaire(), "questionnaire:FR", "2022-10-17");
export const withoutFeedback = () => decided(clear(inFeedback(), "PE", "2021-12-01"), "feedback:KE", "2022-10-17");
