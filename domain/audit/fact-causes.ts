import type { Action } from "../../schemas/base/actions.ts";
import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import type { Review } from "../../schemas/model/review.ts";
import { presidentReminder } from "../bulletins/default-texts.ts";
import { type factKinds, rowOf } from "../review/fact-kinds.ts";
import { type Cause, type CauseOf, resolveCause } from "../review/facts/fact-row.ts";
import { namingActions } from "../review/permissions.ts";

/** The President orders the one bulletin that says the reminder with the President's signature. */
const presidentsOwn: readonly Action[] = ["presidents-reminder.send"];
const anyNaming: readonly Action[] = Object.values(namingActions);

/** The permitted causes of facts about other aggregates than reviews, whose rows state theirs. */
const otherCauses: { readonly [K in Exclude<Fact["kind"], keyof typeof factKinds>]: CauseOf<FactOf<K>> } = {
  "party-registered": ["party.import"],
  "import-ordered": ["import.order"],
  "group-reminders-released": ["reminders.resume"],
  "party-corrected": (fact) => [["party.correct", "party.import"], { party: fact.party }],
  "mission-contacts-set": (fact) => [["mission.write"], { party: fact.party }],
  "mission-readdressed": (fact) => [["mission.write"], { party: fact.party }],
  // That an account was used is noted by the system.
  "mission-address-confirmed": ({ note }) => (note === undefined ? "no-person" : [["mission.confirm"]]),
  "address-released": ["suppressed-address.unsuppress"],
  "party-entered": ["party.enter"],
  "denunciation-ordered": ["party.denounce"],
  "denunciation-approved": ["party.approve-denunciation"],
  "denunciation-order-withdrawn": ["party.denounce"],
  "party-left": ["party.approve-denunciation"],
  "denunciation-corrected": ["party.denounce"],
  "denunciation-undone": ["party.denounce"],
  "serving-deferral-set": ["serving.defer"],
  "group-review-added": ["party.enter"],
  "contact-recorded": (fact) => [["contact.record"], { party: fact.party }],
  "group-start-ordered": ["group.start"],
  "group-start-approved": ["group.approve-start"],
  "group-start-withdrawn": ["group.reverse-start"],
  "group-start-check-begun": ["group.reverse-start", "group.correct-start", "group.approve-start"],
  // By whatever is recorded in one of its reviews.
  "group-start-check-ended": "follows",
  "group-start-undone": ["group.reverse-start"],
  "group-started": ["group.start", "group.approve-start"],
  "group-start-correction-ordered": ["group.correct-start"],
  "group-start-corrected": ["group.correct-start", "group.approve-start"],
  "phase-opened": ["phase.open"],
  "phase-opening-completed": "no-person",
  "phase-corrected": ["phase.open"],
  "mandates-confirmed": ({ party }) => [["mandates.confirm"], { party }],
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
  "user-closed": ["user.close"],
  "user-reopened": ["user.reopen"],
  "user-suspended": ["user.suspend"],
  "user-erasure-ordered": ["user.erase"],
  "user-erasure-approved": ["user.approve-erasure"],
  "user-erasure-withdrawn": ["user.erase"],
  "user-erased": ["user.approve-erasure"],
  "user-readdressed": ({ party, user }) => [["user.correct", "person.correct"], { party, person: user }],
  "user-confirmed": ["user.confirm"],
  // Whether a delegate served when it was issued is not known from the journal of one subject.
  "calendar-link-issued": ({ party, user }) => [["calendar.issue", "calendar.share"], { party, person: user }],
  "calendar-link-revoked": ({ party, user }) => [["calendar.share"], { party, person: user }],
  "invitations-requested-again": ["invitations.resend"],
  "invitation-resent": ["letter.settle"],
  "redraw-counted": (fact) => [["redraw.ask"], { party: fact.party }],
  "redraw-count-lowered": (fact) => [["redraw.withdraw"], { party: fact.party }],
  "bulletin-ordered": (fact) => [["bulletin.order", ...(fact.stored?.id === presidentReminder ? presidentsOwn : [])]],
  "bulletin-approved": ["bulletin.approve"],
  "bulletin-cancelled": ["bulletin.cancel"],
  "bulletin-resumed": ["bulletin.resume"],
  "bulletin-resent": ["bulletin.resend"],
  "bulletin-settled": ["bulletin.settle"],
  "text-stored": ["text.write"],
  "status-paper-ordered": ["paper.order"],
  "status-paper-completed": ["paper.complete"],
  "status-paper-publication-ordered": ["paper.publish"],
  "status-paper-published": ["paper.approve"],
  "status-paper-written": "no-person",
  "register-entry-recorded": ["register.write"],
  "register-entry-corrected": ["register.write"],
  "register-entry-withdrawn": ["register.write"],
  "bulletin-released": "follows",
  "person-updated": "follows",
  "group-planned": "no-person",
  "group-start-completed": "no-person",
  "group-start-correction-completed": "no-person",
  "group-start-undo-completed": "no-person",
  "account-created": "no-person",
  "redraw-count-imported": "no-person",
  "import-completed": "no-person",
  "group-release-completed": "no-person",
  "user-invitation-released": "no-person",
  "bulletin-stopped": "no-person",
  "bulletin-completed": "no-person",
  "user-first-seen": "no-person",
  "second-factor-found": "no-person",
  "second-factor-missed": "no-person",
};

const allOther: { readonly [K in Fact["kind"]]?: CauseOf<FactOf<K>> } = otherCauses;

/** Returns the permitted cause of a fact, over the review as it was before the fact, or as the fact begins it. */
export const causeOf = (fact: Fact, review: Review | undefined): Cause => {
  const causedBy: CauseOf<Fact> | undefined = rowOf(fact)?.causedBy ?? allOther[fact.kind];
  if (causedBy === undefined) throw new Error(`No cause of the fact ${fact.kind} is known`);
  return resolveCause(causedBy, fact, review);
};
