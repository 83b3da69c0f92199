import { Language } from "../base/values.ts";
import { bulletinProblems } from "./bulletin-problems.ts";
import { importProblems } from "./import-problems.ts";
import { limitProblems } from "./limit-problems.ts";
import { mandateProblems } from "./mandate-problems.ts";
import { paperProblems } from "./paper-problems.ts";
import { registerProblems } from "./register-problems.ts";
import { requestProblems } from "./request-problems.ts";
import { reviewProblems } from "./review-problems.ts";
import { userProblems } from "./user-problems.ts";

/**
 * Every problem that a function answers, with its status and what the caller can do about it. The `type` of a
 * problem is `urn:review-mechanism:problem:<key>` and never changes its meaning.
 */
export const problems = {
  ...requestProblems,
  "not-yours": {
    status: 403,
    title: "Your role does not permit this action",
    advice: "See `actions` of the review for what you may do there now, and `GET /v1/me` for your role.",
  },
  "not-found": { status: 404, title: "There is nothing here", advice: "Check the path and the ids in it." },
  "wrong-stage": {
    status: 409,
    title: "The review is in another stage",
    advice: "Read it again: `stage` and `actions` say what comes next.",
  },
  "group-already-started": {
    status: 409,
    title: "The group has started on another day",
    advice:
      "Read the group: its start remains as it was recorded; where the day is wrong, undo the start or correct it for the whole group (`correctGroupStart`).",
  },
  "wrong-group-state": {
    status: 409,
    title: "The group is in another state",
    advice:
      "Read it again: `state` gives the status of its start, and `correctionOrdered` whether a correction of it waits.",
  },
  "gate-not-reached": {
    status: 409,
    title: "Too few reviews of the first group are concluded",
    advice:
      "Open the phase once `needed` of the `of` reviews are concluded; `concluded` are by now, and `getPhase` lists the others. Where the Conference or its working group decided otherwise, record that in `decision`.",
  },
  "phase-already-open": {
    status: 409,
    title: "The phase of this cluster is open",
    advice: "Read the phase: it was opened on `openedOn`, and is opened once.",
  },
  "phase-not-next": {
    status: 409,
    title: "Another cluster comes next",
    advice: "Open the phase `next`; the order of clusters is a setting. Where it is left out, all are open.",
  },
  "phase-not-open": {
    status: 409,
    title: "The phase is not open",
    advice: "Confirm the people of a phase once its `state` is `open`; see `listPhases`.",
  },
  "phase-preview-changed": {
    status: 409,
    title: "A preview of the phase counts something else now",
    advice: "Preview the opening again, see what has changed, and quote the new hash.",
  },
  "party-has-acted": {
    status: 409,
    title: "A party has acted since the start",
    advice:
      "See what it did: `party`, `review` and `act`, a kind of fact of the journal. The start remains valid; where only its day is wrong, correct it for the whole group (`correctGroupStart`).",
  },
  "start-preview-changed": {
    status: 409,
    title: "A preview of the start counts something else now",
    advice:
      "Preview the start again and quote the new hash: `recipients` gives the number of missions that would be written to now.",
  },
  ...importProblems,
  "focal-point-exists": {
    status: 409,
    title: "The party has a focal point in this review",
    advice: "One focal point serves per party and review; leave those reviews out, they are listed in `reviews`.",
  },
  "not-owed": {
    status: 409,
    title: "No such obligation is open now",
    advice: "See the review's obligations: what is met, void or not opened yet cannot be met, returned or delayed.",
  },
  "acted-since": { status: 409, title: "The person has acted since", advice: "Remove or replace the person instead." },
  "nothing-to-reverse": { status: 409, title: "There is nothing to reverse", advice: "Read the record again." },
  "consultation-concluded": {
    status: 409,
    title: "The consultation has been concluded",
    advice: "A wrong date is corrected by the secretariat; languages may still be recorded.",
  },
  "meeting-missing": {
    status: 409,
    title: "Neither a meeting nor an exception is recorded",
    advice: "Record the day of the meeting, or have the secretariat record the exception without one.",
  },
  "languages-missing": {
    status: 409,
    title: "Nothing is recorded about the languages",
    advice: "Record the languages agreed on, or why they are still open.",
  },
  ...reviewProblems,
  "answers-missing": {
    status: 409,
    title: "The answers are not in",
    advice: "Wait for the party under review to submit them, or to submit them again.",
  },
  "feedback-begun": {
    status: 409,
    title: "A reviewing party has cleared its feedback on these answers",
    advice: "Answers are returned only while no reviewer has cleared; request clarification instead.",
  },
  "agreement-begun": {
    status: 409,
    title: "A party has agreed to the list of observations",
    advice: "Feedback is returned only before that; put a new version on the table instead.",
  },
  "feedback-open": {
    status: 409,
    title: "Written feedback is still pending",
    advice: "The list is agreed on and published when every reviewing party has cleared its feedback.",
  },
  "not-yet-due": {
    status: 409,
    title: "The date has not passed",
    advice: "It is done only after `dueAt`: till then the party may still act.",
  },
  "list-missing": {
    status: 409,
    title: "There is no list of observations",
    advice: "A first version has to be put on the table.",
  },
  "old-version": {
    status: 409,
    title: "This is not the version on the table",
    advice: "Read the list again and decide on `version`.",
  },
  "not-agreed": {
    status: 409,
    title: "Not every party has agreed to this version",
    advice: "The list is published when all have; `parties` are awaited.",
  },
  "focal-point-missing": {
    status: 409,
    title: "A party of the review has no focal point",
    advice: "The review proceeds when `parties` have named theirs.",
  },
  ...mandateProblems,
  "redraws-used-up": {
    status: 409,
    title: "The party has used all its requests to draw lots again",
    advice: "The number is a setting of the rules; `most` gives it.",
  },
  "redraw-not-asked": {
    status: 409,
    title: "No request to draw lots again is open for this seat",
    advice: "Record the request first.",
  },
  "draft-changed": {
    status: 409,
    title: "A draft has changed since it was read",
    advice: "Read the drafts that `instruments` names, and clear the current versions.",
  },
  "nobody-to-draw": {
    status: 409,
    title: "The rules of the lots allow no party for this seat",
    advice: "Record a drawing held outside, with the reason why it deviates.",
  },
  ...bulletinProblems,
  ...limitProblems,
  "address-in-use": {
    status: 409,
    title: "This e-mail address belongs to a person registered for another party or role",
    advice: "Use an address of the person's own.",
  },
  "address-not-usable": {
    status: 409,
    title: "This e-mail address cannot be used for this person",
    advice: "Use another address of the person's own, or contact the secretariat.",
  },
  incomplete: { status: 422, title: "Something is missing", advice: "`missing` lists the instruments without a text." },
  "unknown-language": {
    status: 422,
    title: "This is none of the six working languages",
    advice: `Choose from ${Language.options.join(", ")}.`,
  },
  "too-many-languages": {
    status: 422,
    title: "A review uses one or two languages",
    advice: "Three only as an exception with its reason; never four.",
  },
  "no-delay-for-nominations": {
    status: 422,
    title: "Nominations are not delayed",
    advice: "Name the person when it is possible; nothing follows from the date but reminders.",
  },
  "instrument-not-reviewed": {
    status: 422,
    title: "The party has no text for this instrument here",
    advice: "Give the instruments of the party's seat; see `seats` of the review.",
  },
  "unknown-obligation": {
    status: 422,
    title: "The review has no such obligation",
    advice: "See the review's obligations, and name the one that you mean.",
  },
  "unknown-clarification": {
    status: 422,
    title: "The review has no clarification of this number",
    advice: "See the review's clarifications.",
  },
  "unknown-offer": {
    status: 409,
    title: "This mandate waits for no answer",
    advice:
      "`GET /v1/me/mandate-offers` lists what is offered to you, and `GET /v1/parties/{partyId}/mandate-offers` what a party has offered.",
  },
  "acceptance-needed": {
    status: 409,
    title: "This person first has to accept to serve this party",
    advice:
      "Name the person with `POST /v1/parties/{partyId}/mandates`: the mandate begins when the person accepts. Then remove the person who is replaced.",
  },
  "unknown-mandate": { status: 422, title: "The party has given no such mandate", advice: "See the party's mandates." },
  "unknown-seat": {
    status: 422,
    title: "No such seat can be drawn again",
    advice: "A party under review may request it for any reviewing seat, a reviewing party for its own.",
  },
  "clock-missing": {
    status: 422,
    title: "The day from which the questionnaire counts has to be agreed on",
    advice: "Give `clockStartsOn`.",
  },
  "empty-audience": {
    status: 422,
    title: "This audience has no recipients",
    advice: "Choose another audience: a bulletin needs at least one recipient.",
  },
  "too-many-recipients": {
    status: 422,
    title: "The audience is too large for one bulletin",
    advice: "Choose a smaller audience; `most` gives the number who may be in it.",
  },
  "unusable-text": {
    status: 422,
    title: "The text cannot be sent as it is",
    advice:
      "Mend what `problems` lists; each names the place and what is the matter there. A `fallback` names the languages that are taken, in this order, for readers in whose own there is no text.",
  },
  "send-time-past": {
    status: 422,
    title: "The time to send at has passed",
    advice: "Give a later time, or leave `sendAt` out to send at once.",
  },
  "date-too-late": {
    status: 422,
    title: "This day lies too late",
    advice:
      "Give an earlier day; `latest` says until when, and `contradicts` what a later one would contradict; of a group, `review` says where.",
  },
  "date-in-the-future": { status: 422, title: "This day lies ahead", advice: "Give a day up to today in Vienna." },
  "date-too-early": {
    status: 422,
    title: "This day lies too early",
    advice: "Give a later day; `earliest` says from when, and `contradicts` what an earlier one would contradict.",
  },
  "no-review-to-serve": {
    status: 422,
    title: "The party has no review to name a person for",
    advice: "Wait for the drawing of lots, or name reviews in which the party holds a seat.",
  },
  "not-in-this-review": {
    status: 422,
    title: "The party holds no seat in this review",
    advice: "Name reviews in which the party is under review or reviews.",
  },
  "unknown-party": { status: 422, title: "No party has this code", advice: "See /v1/parties." },
  ...userProblems,
  "unknown-person": { status: 422, title: "The party has no person with this id", advice: "See the party's mandates." },
  "unknown-officer": {
    status: 422,
    title: "No user of the secretariat has this id",
    advice: "Name a user who is registered for the secretariat.",
  },
  "unknown-contact": {
    status: 422,
    title: "No contact with the party has this number",
    advice: "See the party's contacts.",
  },
  "no-open-invitation": {
    status: 422,
    title: "Some of these users have no invitation that waits to be used",
    advice: "Name people who were invited and have not used their access yet.",
  },
  "last-secretariat-user": {
    status: 409,
    title: "Fewer than two confirmed users of the secretariat would remain",
    advice:
      "Suspend the access for 24 hours (`suspendUser`), and have the operator add another user of the secretariat (`npm run bootstrap`, runbook on accounts); `least` must remain.",
  },
  "too-new-to-approve": {
    status: 409,
    title: "A user of the secretariat approves nothing in the first time after access was given",
    advice:
      "Have another member do it, or wait until `earliest`: registered, reopened or readdressed, a user waits, so that the others can object.",
  },
  "not-confirmed": {
    status: 409,
    title: "One who approves and one who ordered have access on the same person's word, and are not confirmed",
    advice:
      "Have another member, or the operator, confirm the users that `users` names, or have a confirmed member do it.",
  },
  "another-member-needed": {
    status: 409,
    title: "Users cannot confirm themselves, or a user who has access through them",
    advice:
      "A member of the secretariat who did not register, reopen or readdress the user, or the operator, must do it.",
  },
  ...paperProblems,
  ...registerProblems,
  "party-required": {
    status: 422,
    title: "The role and the party do not fit",
    advice: "A permanent mission acts for a party; the secretariat and the President act for none.",
  },
} as const satisfies Record<string, { status: number; title: string; advice: string }>;

export type ProblemKind = keyof typeof problems;

/** The problems that a command may be refused for. */
export type RefusalKind = Exclude<ProblemKind, keyof typeof requestProblems>;

/** The URN that names a problem, for ever. */
export const problemType = (kind: ProblemKind): string => `urn:review-mechanism:problem:${kind}`;
