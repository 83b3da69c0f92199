import type { Action } from "../../schemas/base/actions.ts";
import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import type { Review } from "../../schemas/model/review.ts";
import { presidentReminder } from "../bulletins/default-texts.ts";
import { namingActions } from "../review/permissions.ts";
import type { Target } from "../review/services.ts";

/** The cause of a fact: actions for a party, a consequence of other facts, or no person. */
export type Cause = readonly [actions: readonly Action[], target?: Target] | "follows" | "no-person";

/** The type of a method, because only methods are compared in a way that lets the row of a fact's own kind take any fact. */
type CauseOf<F> = { of(fact: F, review: Review | undefined): Cause }["of"];

/** The President orders the one bulletin that says the reminder with the President's signature. */
const presidentsOwn: readonly Action[] = ["presidents-reminder.send"];
const anyNaming: readonly Action[] = Object.values(namingActions);

const by =
  (...actions: readonly Action[]) =>
  (): Cause => [actions];
const follows = (): Cause => "follows";
const noPerson = (): Cause => "no-person";

/** The permitted causes of each kind of fact. The review is the one before the fact, or one that begins with it. */
const factCauses: { readonly [K in Fact["kind"]]: CauseOf<FactOf<K>> } = {
  "party-registered": by("party.import"),
  "import-ordered": by("import.order"),
  "group-reminders-released": by("group.release"),
  "party-corrected": (fact) => [["party.correct", "party.import"], { party: fact.party }],
  "mission-contacts-set": (fact) => [["mission.write"], { party: fact.party }],
  "mission-readdressed": (fact) => [["mission.write"], { party: fact.party }],
  // That an account was used is noted by the system.
  "mission-address-confirmed": ({ note }) => (note === undefined ? "no-person" : [["mission.confirm"]]),
  "address-released": by("suppressed-address.release"),
  "party-entered": by("party.enter"),
  "denunciation-ordered": by("party.leave"),
  "denunciation-approved": by("party.approve-denunciation"),
  "denunciation-order-withdrawn": by("party.leave"),
  "party-left": by("party.approve-denunciation"),
  "departure-corrected": by("party.leave"),
  "departure-undone": by("party.leave"),
  "review-departure-corrected": by("party.leave"),
  "review-departure-undone": by("party.leave"),
  "serving-deferral-set": by("serving.defer"),
  "review-discontinued": by("party.approve-denunciation"),
  "seat-vacated": by("party.approve-denunciation"),
  "group-review-added": by("party.enter"),
  // Lots are loaded, but for those of a party that comes later, which is reviewed in later phases that are open as well, and
  // counts by days of its own; its review starts with its drawing where the group has.
  "review-drawn": ({ countedOn }) => (countedOn === undefined ? "no-person" : [["party.enter"]]),
  "review-started": (_fact, review) => (review?.entry === undefined ? "no-person" : [["party.enter"]]),
  "contact-recorded": (fact) => [["contact.record"], { party: fact.party }],
  "officer-assigned": by("officer.assign"),
  "group-start-ordered": by("group.start"),
  "group-start-approved": by("group.approve-start"),
  "group-start-withdrawn": by("group.undo-start"),
  "group-start-check-begun": by("group.undo-start", "group.correct-start", "group.approve-start"),
  // By whatever is recorded in one of its reviews.
  "group-start-check-ended": follows,
  "group-start-undone": by("group.undo-start"),
  "group-started": by("group.start", "group.approve-start"),
  "group-start-correction-ordered": by("group.correct-start"),
  "group-start-corrected": by("group.correct-start", "group.approve-start"),
  "phase-opened": by("phase.open"),
  "phase-opening-completed": noPerson,
  "phase-corrected": by("phase.open"),
  "mandates-confirmed": ({ party }) => [["mandates.confirm"], { party }],
  "mandates-continued": (_fact, review) => (review?.countedOn === undefined ? "no-person" : [["party.enter"]]),
  "user-registered": (fact) => [
    ["user.register", ...(fact.role === "delegate" ? anyNaming : [])],
    { party: fact.party },
  ],
  "user-party-added": ({ user }) => [["mandate-offer.answer"], { person: user }],
  "mandate-offered": ({ party }) => [anyNaming, { party }],
  "mandate-offer-ended": ({ party, user }) => [
    ["mandate-offer.answer", "mandate-offer.withdraw"],
    { party, person: user },
  ],
  "offer-opened": ({ party }) => [anyNaming, { party }],
  "offer-closed": ({ party, user }) => [
    ["mandate-offer.answer", "mandate-offer.withdraw", "user.approve-erasure"],
    { party, person: user },
  ],
  "user-closed": by("user.close"),
  "user-reopened": by("user.reopen"),
  "user-suspended": by("user.suspend"),
  "user-erasure-ordered": by("user.erase"),
  "user-erasure-approved": by("user.approve-erasure"),
  "user-erasure-withdrawn": by("user.erase"),
  "user-erased": by("user.approve-erasure"),
  "user-readdressed": ({ party, user }) => [["user.correct", "person.correct"], { party, person: user }],
  "user-confirmed": by("user.confirm"),
  // Whether a delegate served when it was issued is not known from the journal of one subject.
  "calendar-link-issued": ({ party, user }) => [["calendar.issue", "calendar.share"], { party, person: user }],
  "calendar-link-revoked": ({ party, user }) => [["calendar.share"], { party, person: user }],
  // A person of another party begins by their own acceptance.
  "mandate-began": ({ role, party, user }) => [
    [namingActions[role], "mandate.replace", "mandate-offer.answer"],
    { party, person: user },
  ],
  "mandate-ended": (fact, review) => [
    ["mandate.replace", "mandate.remove", "redraw.carry-out", "party.approve-denunciation"],
    { party: review?.mandates[fact.mandate]?.party },
  ],
  "mandate-reversed": (fact, review) => [["mandate.reverse"], { party: review?.mandates[fact.mandate]?.party }],
  "mandate-advanced": (fact, review) => [
    ["mandate.replace", "mandate.remove"],
    { party: review?.mandates[fact.mandate]?.party },
  ],
  "invitations-asked-again": by("invitations.resend"),
  "invitation-resent": by("letter.settle"),
  "nomination-checked": by("nomination.check"),
  "consultation-held": by("consultation.record", "consultation.waive-meeting"),
  "consultation-round-held": by("round.record"),
  "consultation-concluded": (fact) => [[fact.withoutMeeting ? "consultation.waive-meeting" : "consultation.record"]],
  "languages-agreed": by("languages.record"),
  "languages-left-open": by("languages.record"),
  "answers-submitted": (_fact, review) => [["answers.submit"], { party: review?.party }],
  "answers-returned": by("answers.return"),
  "answers-opened": by("answers.open"),
  "work-divided": (fact) => [["work.divide"], { party: fact.party }],
  "feedback-cleared": (fact) => [["feedback.clear"], { party: fact.party }],
  "feedback-returned": by("feedback.return"),
  "clarification-asked": (fact) => [["clarification.ask"], { party: fact.party }],
  "clarification-answered": (_fact, review) => [["clarification.answer"], { party: review?.party }],
  "clarification-closed": by("clarification.close", "redraw.carry-out", "party.approve-denunciation"),
  "clarification-withdrawn": (fact, review) => [
    ["clarification.withdraw"],
    { party: review?.clarifications?.find(({ number }) => number === fact.number)?.askedBy },
  ],
  "observations-drafted": by("observations.draft"),
  "observations-agreed": (fact) => [["observations.agree"], { party: fact.party }],
  "observations-published": by("observations.publish"),
  "erratum-published": by("erratum.publish"),
  "publication-consented": (fact) => [["publication.consent"], { party: fact.party }],
  "consent-withdrawn": (fact) => [["publication.withdraw"], { party: fact.party }],
  "decision-recorded": by("decision.record"),
  "delay-notified": (fact, review) => [
    ["delay.notify", "date.correct"],
    { party: review?.obligations[fact.obligation]?.party },
  ],
  "delay-reversed": (fact, review) => [
    ["delay.reverse", "date.correct"],
    { party: review?.obligations[fact.obligation]?.party },
  ],
  "delay-corrected": by("date.correct"),
  "date-corrected": by("date.correct"),
  "meeting-mode-corrected": by("meeting-mode.correct"),
  "languages-corrected": by("languages.correct"),
  "text-attached": by("text.attach"),
  "redraw-asked": (fact) => [["redraw.ask"], { party: fact.party }],
  "redraw-counted": (fact) => [["redraw.ask"], { party: fact.party }],
  "redraw-withdrawn": (fact) => [["redraw.withdraw"], { party: fact.party }],
  "redraw-count-lowered": (fact) => [["redraw.withdraw"], { party: fact.party }],
  "seat-redrawn": by("redraw.carry-out"),
  "instruments-added": by("instruments.add"),
  "reviewer-limit-waived": (fact) => [["reviewer-limit.waive"], { party: fact.party }],
  "reviewer-limit-waiver-withdrawn": (fact) => [["reviewer-limit.withdraw-waiver"], { party: fact.party }],
  "bulletin-ordered": (fact) => [["bulletin.order", ...(fact.stored?.id === presidentReminder ? presidentsOwn : [])]],
  "bulletin-approved": by("bulletin.approve"),
  "bulletin-cancelled": by("bulletin.cancel"),
  "bulletin-resumed": by("bulletin.resume"),
  "bulletin-resent": by("bulletin.resend"),
  "bulletin-settled": by("bulletin.settle"),
  "text-stored": by("text.write"),
  "status-paper-ordered": by("paper.order"),
  "status-paper-completed": by("paper.complete"),
  "status-paper-publication-ordered": by("paper.publish"),
  "status-paper-published": by("paper.approve"),
  "status-paper-written": noPerson,
  "register-entry-recorded": by("register.write"),
  "register-entry-corrected": by("register.write"),
  "register-entry-withdrawn": by("register.write"),
  "bulletin-released": follows,
  "person-updated": follows,
  "stage-changed": follows,
  "obligation-opened": follows,
  "obligation-met": follows,
  "obligation-voided": follows,
  "obligation-redated": follows,
  "group-planned": noPerson,
  "group-start-completed": noPerson,
  "group-start-correction-completed": noPerson,
  "group-start-undo-completed": noPerson,
  "review-start-undone": noPerson,
  "account-created": noPerson,
  // Functions record the content of an import.
  "review-imported": noPerson,
  "redraw-count-imported": noPerson,
  "import-completed": noPerson,
  "reminders-released": noPerson,
  "group-release-completed": noPerson,
  "user-invitation-released": noPerson,
  "bulletin-stopped": noPerson,
  "bulletin-completed": noPerson,
  "user-first-seen": noPerson,
  "second-factor-found": noPerson,
  "second-factor-missed": noPerson,
};

/** Returns the permitted cause of a fact, over the review as it was before the fact. */
export const causeOf = (fact: Fact, review: Review | undefined): Cause => {
  const row: CauseOf<Fact> = factCauses[fact.kind];
  return row(fact, review);
};
