import * as z from "zod";
import { endpoint } from "../endpoint.ts";
import { commandRefusals, ForParty, forParty, outsideRefusals, partyCommand } from "../review-command.ts";
import { PartyId, ReviewId } from "../../base/ids.ts";
import { ClarificationNumber, PublishedPart } from "../../model/review.ts";

const refusals = [...commandRefusals, "nothing-to-withdraw", ...outsideRefusals] as const;

export const WithdrawClarification = endpoint({
  ...partyCommand,
  id: "withdrawClarification",
  path: "/v1/reviews/{reviewId}/clarifications/{number}/withdrawal",
  tag: "Feedback",
  action: "clarification.withdraw",
  summary: "Take back a request for clarification that was not answered",
  description:
    "The requesting party takes it back. The request no longer delays the feedback, and stays readable as taken back.",
  params: z.strictObject({ reviewId: ReviewId, number: ClarificationNumber }),
  body: ForParty,
  refusals: [...refusals, "unknown-clarification"],
});

export const WithdrawRedraw = endpoint({
  ...partyCommand,
  id: "withdrawRedraw",
  path: "/v1/reviews/{reviewId}/redraw-requests/{seat}/withdrawal",
  tag: "Redraws",
  action: "redraw.withdraw",
  summary: "Take back a request for a redraw that was not carried out",
  description:
    "The requesting party takes it back; the request counts no more among its four, and that of another party for this seat remains pending. `seat` is the party whose seat it was for.",
  params: z.strictObject({ reviewId: ReviewId, seat: PartyId }),
  body: ForParty,
  refusals,
});

export const WithdrawReviewerLimitWaiver = endpoint({
  ...partyCommand,
  id: "withdrawReviewerLimitWaiver",
  path: "/v1/reviews/{reviewId}/reviewer-limit-waiver/withdrawal",
  tag: "Redraws",
  action: "reviewer-limit.withdraw-waiver",
  summary: "Take back the waiver of the limit of reviewers",
  description: "The party under review takes it back, as long as no fifth reviewer sits by it.",
  body: ForParty,
  refusals: [...refusals, "waiver-used"],
});

export const WithdrawConsent = endpoint({
  ...partyCommand,
  id: "withdrawConsent",
  path: "/v1/reviews/{reviewId}/publication-consent/withdrawal",
  tag: "Observations",
  action: "publication.withdraw",
  summary: "Take back a consent to publication",
  description:
    "The party under review takes it back. From then on the parts are public no more; what others copied meanwhile stays with them.",
  body: z.strictObject({ parts: z.array(PublishedPart).min(1).max(2), ...forParty }).meta({ id: "ConsentWithdrawal" }),
  refusals,
});
