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
    detail: "Another role does this. Ask the secretariat if you think that it is yours.",
  },
  "not-found": { status: 404, title: "There is nothing here", detail: "Check the path and the ids in it." },
  "wrong-stage": {
    status: 409,
    title: "The review is in another stage",
    detail: "[It is at this stage: {stage}. ]Read it again to see what comes next.",
  },
  "group-already-started": {
    status: 409,
    title: "The group has started on another day",
    detail:
      "[It started on {startedOn}. ]Its start remains as it was recorded. Where the day is wrong, reverse the start or correct it for the whole group.",
  },
  "wrong-group-state": {
    status: 409,
    title: "The group is in another state",
    detail:
      "Read it again: it has not started yet or has started, it waits for a second person, or a correction is being carried out.",
  },
  "gate-not-reached": {
    status: 409,
    title: "Too few reviews of the first group are concluded",
    detail:
      "[Of {of} reviews, {concluded} are concluded, and {needed} must be. ]Open the phase then. Where the Conference or its working group decided otherwise, record that decision.",
  },
  "phase-already-open": {
    status: 409,
    title: "The phase of this cluster is open",
    detail: "[It was opened on {openedOn}. ]A phase is opened once.",
  },
  "phase-not-next": {
    status: 409,
    title: "Another cluster comes next",
    detail: "[Open {next} first. ]The order of the clusters is a setting of the rules.",
  },
  "phase-not-open": {
    status: 409,
    title: "The phase is not open",
    detail: "Confirm the people of a phase once it is open.",
  },
  "phase-preview-changed": {
    status: 409,
    title: "A preview of the phase counts something else now",
    detail: "Preview the opening again, see what has changed, and quote the new hash.",
  },
  "party-has-acted": {
    status: 409,
    title: "A party has acted since the start",
    detail:
      "[{party} has acted in review {review}. ]The start remains valid. Where only its day is wrong, correct it for the whole group.",
  },
  "start-preview-changed": {
    status: 409,
    title: "A preview of the start counts something else now",
    detail:
      "Preview the start again, and order it from the new preview.[ Missions that would be written to now: {recipients}.]",
  },
  ...importProblems,
  "focal-point-exists": {
    status: 409,
    title: "The party has a focal point in this review",
    detail: "One focal point serves per party and review. Leave these reviews out[: {reviews}].",
  },
  "not-owed": {
    status: 409,
    title: "No such obligation is open now",
    detail: "See the review's obligations: what is met, void or not opened yet cannot be met, returned or delayed.",
  },
  "acted-since": { status: 409, title: "The person has acted since", detail: "Remove or replace the person instead." },
  "nothing-to-reverse": { status: 409, title: "There is nothing to reverse", detail: "Read the record again." },
  "consultation-concluded": {
    status: 409,
    title: "The consultation has been concluded",
    detail: "A wrong date is corrected by the secretariat; languages may still be recorded.",
  },
  "meeting-missing": {
    status: 409,
    title: "Neither a meeting nor an exception is recorded",
    detail: "Record the day of the meeting, or have the secretariat record the exception without one.",
  },
  "languages-missing": {
    status: 409,
    title: "Nothing is recorded about the languages",
    detail: "Record the languages agreed on, or why they are still open.",
  },
  ...reviewProblems,
  "answers-missing": {
    status: 409,
    title: "The answers are not in",
    detail: "Wait for the party under review to submit them, or to submit them again.",
  },
  "feedback-begun": {
    status: 409,
    title: "A reviewing party has cleared its feedback on these answers",
    detail: "Answers are returned only while no reviewer has cleared; request clarification instead.",
  },
  "agreement-begun": {
    status: 409,
    title: "A party has agreed to the list of observations",
    detail: "Feedback is returned only before that; put a new version on the table instead.",
  },
  "feedback-open": {
    status: 409,
    title: "Written feedback is still pending",
    detail: "The list is agreed on and published when every reviewing party has cleared its feedback.",
  },
  "not-yet-due": {
    status: 409,
    title: "The date has not passed",
    detail: "It is done only after the date[, {dueOn}]: until then the party may still act.",
  },
  "list-missing": {
    status: 409,
    title: "There is no list of observations",
    detail: "A first version has to be put on the table.",
  },
  "old-version": {
    status: 409,
    title: "This is not the version on the table",
    detail: "Read the list again, and decide on the latest version[, {version}].",
  },
  "not-agreed": {
    status: 409,
    title: "Not every party has agreed to this version",
    detail: "The list is published when all have agreed.[ Awaited: {parties}.]",
  },
  "focal-point-missing": {
    status: 409,
    title: "A party of the review has no focal point",
    detail: "The review proceeds when each party has named a focal point.[ Awaited: {parties}.]",
  },
  ...mandateProblems,
  "redraws-used-up": {
    status: 409,
    title: "The party has used all its requests to draw lots again",
    detail: "The number is a setting of the rules[: {most}].",
  },
  "redraw-not-asked": {
    status: 409,
    title: "No request to draw lots again is open for this seat",
    detail: "Record the request first.",
  },
  "draft-changed": {
    status: 409,
    title: "A draft has changed since it was read",
    detail: "Read the changed drafts again, and clear the latest texts.[ Changed: {instruments}.]",
  },
  "nobody-to-draw": {
    status: 409,
    title: "The rules of the lots allow no party for this seat",
    detail: "Record a drawing held outside, with the reason why it deviates.",
  },
  ...bulletinProblems,
  ...limitProblems,
  "address-in-use": {
    status: 409,
    title: "This e-mail address belongs to a person registered for another party or role",
    detail: "Use an address of the person's own.",
  },
  "address-not-usable": {
    status: 409,
    title: "This e-mail address cannot be used for this person",
    detail: "Use another address of the person's own, or contact the secretariat.",
  },
  incomplete: {
    status: 422,
    title: "Something is missing",
    detail: "Complete the texts, and send them again.[ Missing: {missing}.]",
  },
  "unknown-language": {
    status: 422,
    title: "This is none of the six working languages",
    detail: `Choose from ${Language.options.join(", ")}.`,
  },
  "too-many-languages": {
    status: 422,
    title: "A review uses one or two languages",
    detail: "Three only as an exception with its reason; never four.",
  },
  "no-delay-for-nominations": {
    status: 422,
    title: "Nominations are not delayed",
    detail: "Name the person when it is possible; nothing follows from the date but reminders.",
  },
  "instrument-not-reviewed": {
    status: 422,
    title: "The party has no text for this instrument here",
    detail: "Give only instruments of the party's seat in this review.",
  },
  "unknown-obligation": {
    status: 422,
    title: "The review has no such obligation",
    detail: "See the review's obligations, and name the one that you mean.",
  },
  "unknown-clarification": {
    status: 422,
    title: "The review has no clarification of this number",
    detail: "See the review's clarifications.",
  },
  "unknown-offer": {
    status: 409,
    title: "This mandate waits for no answer",
    detail: "It was answered or withdrawn, or its time is over. Read the list of offers again.",
  },
  "acceptance-needed": {
    status: 409,
    title: "This person first has to accept to serve this party",
    detail: "Name the person: the mandate begins when the person accepts. Then remove the person who is replaced.",
  },
  "unknown-mandate": { status: 422, title: "The party has given no such mandate", detail: "See the party's mandates." },
  "unknown-seat": {
    status: 422,
    title: "No such seat can be drawn again",
    detail: "A party under review may request it for any reviewing seat, a reviewing party for its own.",
  },
  "clock-missing": {
    status: 422,
    title: "The day from which the questionnaire counts has to be agreed on",
    detail: "Say from which day the time for the answers counts.",
  },
  "empty-audience": {
    status: 422,
    title: "This audience has no recipients",
    detail: "Choose another audience: a bulletin needs at least one recipient.",
  },
  "too-many-recipients": {
    status: 422,
    title: "The audience is too large for one bulletin",
    detail: "Choose a smaller audience.[ Recipients: {recipients}; at most {most}.]",
  },
  "unusable-text": {
    status: 422,
    title: "The text cannot be sent as it is",
    detail:
      "Correct what is marked in the text. For readers in whose language there is no text, say which languages are taken instead, and in which order.",
  },
  "send-time-past": {
    status: 422,
    title: "The time to send at has passed",
    detail: "Give a later time, or send it at once.[ It is now {now}.]",
  },
  "date-too-late": {
    status: 422,
    title: "This day lies too late",
    detail: "Give an earlier day[, {latest} at the latest].",
  },
  "date-in-the-future": { status: 422, title: "This day lies ahead", detail: "Give a day up to today in Vienna." },
  "date-too-early": {
    status: 422,
    title: "This day lies too early",
    detail: "Give a later day[, {earliest} at the earliest].",
  },
  "no-review-to-serve": {
    status: 422,
    title: "The party has no review to name a person for",
    detail: "Wait for the drawing of lots, or name reviews in which the party holds a seat.",
  },
  "not-in-this-review": {
    status: 422,
    title: "The party holds no seat in this review",
    detail: "Name reviews in which the party is under review or reviews.",
  },
  "unknown-party": { status: 422, title: "No party has this code", detail: "Choose a party of the list of parties." },
  ...userProblems,
  "unknown-person": { status: 422, title: "The party has no person with this id", detail: "See the party's mandates." },
  "unknown-officer": {
    status: 422,
    title: "No user of the secretariat has this id",
    detail: "Name a user who is registered for the secretariat.",
  },
  "unknown-contact": {
    status: 422,
    title: "No contact with the party has this number",
    detail: "See the party's contacts.",
  },
  "no-open-invitation": {
    status: 422,
    title: "Some of these users have no invitation that waits to be used",
    detail: "Name people who were invited and have not used their access yet.",
  },
  "last-secretariat-user": {
    status: 409,
    title: "Fewer than two confirmed users of the secretariat would remain",
    detail:
      "Suspend the access for 24 hours, and have the operator add another user of the secretariat.[ At least {least} must remain.]",
  },
  "too-new-to-approve": {
    status: 409,
    title: "A user of the secretariat approves nothing in the first time after access was given",
    detail:
      "Have another member do it, or wait[ until {earliest}]: after registration, reopening or a change of address a user waits, so that the others can object.",
  },
  "not-confirmed": {
    status: 409,
    title: "One who approves and one who ordered have access on the same person's word, and are not confirmed",
    detail: "Have another member, or the operator, confirm the users concerned, or have a confirmed member do it.",
  },
  "another-member-needed": {
    status: 409,
    title: "Users cannot confirm themselves, or a user who has access through them",
    detail:
      "A member of the secretariat who did not register, reopen or readdress the user, or the operator, must do it.",
  },
  ...paperProblems,
  ...registerProblems,
  "party-required": {
    status: 422,
    title: "The role and the party do not fit",
    detail: "A permanent mission acts for a party; the secretariat and the President act for none.",
  },
} as const satisfies Record<string, { status: number; title: string; detail: string }>;

export type ProblemKind = keyof typeof problems;

/** The problems that a command may be refused for. */
export type RefusalKind = Exclude<ProblemKind, keyof typeof requestProblems>;

/** The URN that names a problem, for ever. */
export const problemType = (kind: ProblemKind): string => `urn:review-mechanism:problem:${kind}`;
