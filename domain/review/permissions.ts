import type { Action } from "../../schemas/base/actions.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import type { MandateRole, Review, Seat, Stage } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { Actor } from "../base/actor.ts";
import { type Refused, refuse } from "../base/decision.ts";
import { isActive, isAhead } from "./mandates.ts";
import { refuseActAhead } from "./outside-acts.ts";
import { servicesOf, type ServiceRole, type Side, sideOf, type Target } from "./services.ts";

/** The relation of a user to the subject of an action. */
export type Relation =
  | "secretariat"
  | "president"
  /** For the party that the action is about, or for a party of the review. */
  | ServiceRole
  /** A role that acts for a party of one side. */
  | `${ServiceRole}/${Side}`
  /** The person who is the subject of the action. */
  | "self"
  /** A focal point or expert of some review. */
  | "participant"
  /** Any user with an account. */
  | "registered"
  /** Registered users, without delegates whose last mandate has ended. */
  | "in-service"
  /** Any caller, with or without an account. */
  | "public";

export interface Permission {
  readonly by: readonly Relation[];
  /** The stages in which it may be done; all where left out. */
  readonly in?: readonly Stage[];
}

const insiders: readonly Relation[] = ["secretariat", "focal-point", "expert", "observer", "successor"];
const reviewers: readonly Relation[] = [
  "focal-point/reviewing",
  "expert/reviewing",
  "observer/reviewing",
  "successor/reviewing",
];
const ownSide: readonly Relation[] = [
  "focal-point/under-review",
  "expert/under-review",
  "observer/under-review",
  "successor/under-review",
];
const namingPermission: Permission = {
  by: ["mission", "recorder"],
  in: ["scheduled", "nomination", "consultation", "questionnaire", "feedback", "observations"],
};
const underWay: readonly Stage[] = ["nomination", "consultation", "questionnaire", "feedback", "observations"];
/** A submission may be returned, and is then due again in the stage that follows. */
const answeringStages: readonly Stage[] = ["questionnaire", "feedback"];
const sinceConsultation: readonly Stage[] = ["consultation", "questionnaire", "feedback", "observations"];
const reviewingStages: readonly Stage[] = ["feedback", "observations"];

/**
 * The permissions of each action, and the stages of a review in which it is possible: the one table. Its source is "Who
 * takes part" and the stages of the process; what is not listed is not allowed. Reading a review that one has no
 * relation to answers as if it did not exist.
 */
export const permissions = {
  "system.read": { by: ["public"] },
  "pairings.read": { by: ["public"] },
  "country-profile.read": { by: ["public"] },
  "published.read": { by: ["public"], in: ["concluded"] },
  "published-papers.read": { by: ["public"] },
  "public-pages.read": { by: ["public"] },
  // A holder of the link reads what the user who issued it may read at that time.
  "calendar.read": { by: ["public"] },
  "me.read": { by: ["registered"] },
  "calendar.share": { by: ["mission", "self"] },
  // Observers cause no write (guarantee 13), and a delegate who serves no more has no dates.
  "calendar.issue": { by: ["mission", "participant"] },
  "parties.read": { by: ["in-service"] },
  "party.import": { by: ["secretariat"] },
  "party.correct": { by: ["secretariat"] },
  "party.enter": { by: ["secretariat"] },
  "party.denounce": { by: ["secretariat"] },
  "party.approve-denunciation": { by: ["secretariat"] },
  "serving.defer": { by: ["secretariat"] },
  "mission.read": { by: ["secretariat", "mission"] },
  "mission.write": { by: ["secretariat", "mission"] },
  "mission.confirm": { by: ["secretariat"] },
  "groups.read": { by: ["in-service"] },
  "group.start": { by: ["secretariat"] },
  "group.approve-start": { by: ["secretariat"] },
  "group.reverse-start": { by: ["secretariat"] },
  "group.correct-start": { by: ["secretariat"] },
  "phases.read": { by: ["in-service"] },
  "phase.open": { by: ["secretariat"] },
  "mandates.confirm": { by: ["mission", "recorder"] },
  "reminders.resume": { by: ["secretariat"] },
  "import.order": { by: ["secretariat"] },
  "imports.read": { by: ["secretariat"] },
  "reviews.list": { by: ["in-service"] },
  "review.read": { by: [...insiders, "mission"] },
  "mandates.read": { by: ["in-service"] },
  "focal-point.name": namingPermission,
  "expert.name": namingPermission,
  "observer.name": namingPermission,
  "mandate.replace": { by: ["mission", "recorder"] },
  "mandate.remove": { by: ["mission", "recorder"] },
  // What the secretariat recorded by mistake it reverses itself, with the reason.
  "mandate.reverse": { by: ["secretariat", "mission"] },
  "mandate-offers.read": { by: ["secretariat", "mission"] },
  "mandate-offer.answer": { by: ["self"] },
  "mandate-offer.withdraw": { by: ["mission", "recorder"] },
  "consultation.record": { by: ["secretariat", "focal-point"], in: ["consultation"] },
  "consultation.waive-meeting": { by: ["secretariat"], in: ["consultation"] },
  "round.record": { by: ["secretariat", "focal-point"], in: sinceConsultation },
  "languages.record": { by: ["secretariat", "focal-point"], in: sinceConsultation },
  "work.divide": { by: ["focal-point/reviewing", "recorder/reviewing"], in: sinceConsultation },
  "answers.draft": { by: ["focal-point/under-review", "expert/under-review"], in: answeringStages },
  "answers.read-draft": { by: ownSide },
  "answers.submit": { by: ["focal-point/under-review", "recorder/under-review"], in: answeringStages },
  "answers.read": { by: [...insiders, "participant"] },
  "answers.return": { by: ["secretariat"], in: ["feedback"] },
  "answers.open": { by: ["secretariat"], in: ["feedback", "observations", "concluded"] },
  "feedback.draft": { by: ["focal-point/reviewing", "expert/reviewing"], in: reviewingStages },
  "feedback.read-draft": { by: reviewers },
  "feedback.clear": { by: ["focal-point/reviewing", "recorder/reviewing"], in: reviewingStages },
  "feedback.read": { by: insiders },
  "feedback.return": { by: ["secretariat"], in: reviewingStages },
  "clarification.ask": { by: ["focal-point/reviewing", "expert/reviewing", "recorder/reviewing"], in: ["feedback"] },
  "clarification.answer": { by: ["focal-point/under-review", "recorder/under-review"], in: ["feedback"] },
  "clarification.close": { by: ["focal-point/reviewing", "recorder/reviewing"], in: ["feedback"] },
  "clarification.withdraw": {
    by: ["focal-point/reviewing", "expert/reviewing", "recorder/reviewing"],
    in: ["feedback"],
  },
  "clarifications.read": { by: insiders },
  "observations.draft": { by: ["secretariat", "focal-point/reviewing", "expert/reviewing"], in: ["observations"] },
  "observations.agree": { by: ["focal-point", "recorder"], in: ["observations"] },
  "observations.publish": { by: ["secretariat"], in: ["observations"] },
  "erratum.publish": { by: ["secretariat"], in: ["concluded"] },
  "observations.read": { by: insiders },
  "publication.consent": {
    by: ["mission/under-review", "focal-point/under-review", "recorder/under-review"],
    in: ["concluded"],
  },
  "publication.withdraw": {
    by: ["mission/under-review", "focal-point/under-review", "recorder/under-review"],
    in: ["concluded"],
  },
  "decision.record": { by: ["secretariat"], in: ["questionnaire", "feedback", "observations"] },
  "delay.notify": { by: ["mission", "focal-point", "recorder"], in: underWay },
  // What the secretariat recorded by mistake it reverses itself, with the reason.
  "delay.reverse": { by: ["secretariat", "mission", "focal-point"], in: [...underWay, "concluded"] },
  "redraw.ask": { by: ["mission", "focal-point", "recorder"], in: ["scheduled", ...underWay] },
  "redraw.withdraw": { by: ["mission", "focal-point", "recorder"], in: ["scheduled", ...underWay] },
  "redraw.carry-out": { by: ["secretariat"], in: ["scheduled", ...underWay] },
  "reviewer-limit.waive": {
    by: ["mission/under-review", "focal-point/under-review", "recorder/under-review"],
    in: ["scheduled", ...underWay],
  },
  "reviewer-limit.withdraw-waiver": {
    by: ["mission/under-review", "focal-point/under-review", "recorder/under-review"],
    in: ["scheduled", ...underWay],
  },
  // Answers are given for what is reviewed by then: what comes later enters with the next cluster.
  "instruments.add": { by: ["secretariat"], in: ["scheduled", "nomination", "consultation", "questionnaire"] },
  "date.correct": { by: ["secretariat"], in: [...underWay, "concluded"] },
  "meeting-mode.correct": { by: ["secretariat"], in: [...sinceConsultation, "concluded"] },
  "languages.correct": { by: ["secretariat"], in: [...sinceConsultation, "concluded"] },
  "text.attach": { by: ["secretariat"], in: ["feedback", "observations", "concluded"] },
  "letters.read": { by: ["secretariat", "mission"] },
  "notices.read": { by: ["secretariat", "mission"] },
  "suppressed-addresses.read": { by: ["secretariat"] },
  "suppressed-address.unsuppress": { by: ["secretariat"] },
  "letter.settle": { by: ["secretariat"] },
  "registers.read": { by: ["secretariat"] },
  "register.write": { by: ["secretariat"] },
  "contact.record": { by: ["secretariat"] },
  "contacts.read": { by: ["secretariat"] },
  "officer.assign": { by: ["secretariat"] },
  "worklist.read": { by: ["secretariat"] },
  "nomination.check": { by: ["secretariat"] },
  "invitations.resend": { by: ["secretariat"] },
  "journal.read": { by: ["secretariat"] },
  "missing-nominations.read": { by: ["secretariat", "president"] },
  "presidents-reminder.send": { by: ["secretariat", "president"] },
  "figures.read": { by: ["in-service"] },
  "figure-members.read": { by: ["secretariat"] },
  "statistics.read": { by: ["in-service"] },
  "statistic-members.read": { by: ["in-service"] },
  "papers.read": { by: ["in-service"] },
  "paper.order": { by: ["secretariat"] },
  "paper.complete": { by: ["secretariat"] },
  "paper.publish": { by: ["secretariat"] },
  "paper.approve": { by: ["secretariat"] },
  "bulletins.read": { by: ["secretariat"] },
  "bulletin.preview": { by: ["secretariat"] },
  "bulletin.order": { by: ["secretariat"] },
  "bulletin.approve": { by: ["secretariat"] },
  "bulletin.cancel": { by: ["secretariat"] },
  "bulletin.resume": { by: ["secretariat"] },
  "bulletin.resend": { by: ["secretariat"] },
  "bulletin.settle": { by: ["secretariat"] },
  "texts.read": { by: ["secretariat", "president"] },
  "text.write": { by: ["secretariat"] },
  "person.read": { by: ["secretariat", "mission", "self"] },
  "person.correct": { by: ["secretariat", "mission", "self"] },
  "user.register": { by: ["secretariat"] },
  "users.read": { by: ["secretariat"] },
  "user.correct": { by: ["secretariat"] },
  "user.close": { by: ["secretariat"] },
  "user.reopen": { by: ["secretariat"] },
  "user.suspend": { by: ["secretariat"] },
  "user.erase": { by: ["secretariat"] },
  "user.approve-erasure": { by: ["secretariat"] },
  "user.confirm": { by: ["secretariat"] },
} as const satisfies Record<Action, Permission>;

const permissionOf = (action: Action): Permission => permissions[action];

/** The action that names a person for each role. */
export const namingActions = {
  "focal-point": "focal-point.name",
  expert: "expert.name",
  observer: "observer.name",
} as const satisfies Record<MandateRole, Action>;

/**
 * Returns every relation of an actor to a target at an instant. A mandate that has ended, or whose seat has gone, is
 * none.
 */
export const relationsTo = (actor: Actor | undefined, target: Target, now: Instant): ReadonlySet<Relation> => {
  const relations = new Set<Relation>(["public"]);
  if (actor === undefined) return relations;
  relations.add("registered");
  if (actor.role !== "delegate" || actor.serves === true) relations.add("in-service");
  if (actor.role === "secretariat" || actor.role === "president") relations.add(actor.role);
  if (actor.role === "delegate" && actor.participates === true) relations.add("participant");
  if (actor.role === "delegate" && target.person === actor.id) relations.add("self");
  for (const serving of servicesOf(actor, target, now)) {
    relations.add(serving.as);
    if (serving.seat !== undefined) relations.add(`${serving.as}/${sideOf(serving.seat)}`);
  }
  return relations;
};

/** Returns whether an actor has a permission, in any stage, by the table and nothing else. */
export const may = (actor: Actor | undefined, action: Action, target: Target, now: Instant): boolean => {
  const relations = relationsTo(actor, target, now);
  return permissionOf(action).by.some((relation) => relations.has(relation));
};

/** Relations that hold whatever an action is about. */
const targetFreeRelations: ReadonlySet<Relation> = new Set([
  "secretariat",
  "president",
  "registered",
  "in-service",
  "public",
]);

/** Returns whether an actor may perform an action at all, on any target: known before the target is read. */
export const mayEver = (actor: Actor, action: Action, now: Instant): boolean => {
  const relations = relationsTo(actor, {}, now);
  return permissionOf(action).by.some((relation) => !targetFreeRelations.has(relation) || relations.has(relation));
};

/** Returns whether a permission depends on the mandates of an actor in all reviews. */
export const asksWhetherServing = ({ role }: Actor, action: Action): boolean =>
  role === "delegate" && permissionOf(action).by.includes("in-service");

/** Returns an actor with whether they serve in any of their party's reviews. */
export const withService = (actor: Actor, reviews: readonly Review[], now: Instant): Actor => {
  const mandates = reviews.flatMap((review) => Object.values(review.mandates)).filter(({ user }) => user === actor.id);
  return {
    ...actor,
    serves: mandates.some((mandate) => isActive(mandate, now) || isAhead(mandate, now)),
    participates: mandates.some((mandate) => mandate.role !== "observer" && isActive(mandate, now)),
  };
};

/**
 * Returns whether an action is possible in the stage of a review; no action that is bound to stages is, in a
 * discontinued one.
 */
export const isInStage = (action: Action, { stage, discontinued }: Review): boolean => {
  const stages = permissionOf(action).in;
  return stages === undefined || (discontinued === undefined && stages.includes(stage));
};

/** Returns whether the secretariat may record an act outside the system for the party of a seat. */
export const isRecordable = (action: Action, seat: Seat): boolean =>
  permissionOf(action).by.some((relation) => relation === "recorder" || relation === `recorder/${sideOf(seat)}`);

/** Returns whether the secretariat may do something only for a party that acted outside the system, and names none. */
const lacksSource = ({ role, recordsFor }: Actor, action: Action): boolean =>
  role === "secretariat" &&
  recordsFor === undefined &&
  permissionOf(action).by.some((relation) => relation.startsWith("recorder"));

/**
 * Returns why an actor may not change a party's people; undefined for those who may. `source-missing`: the secretariat
 * does not give the source of the party's act. `not-yours`: other actors.
 */
export const refuseForParty = (actor: Actor, action: Action, party: PartyId, now: Instant): Refused | undefined => {
  if (may(actor, action, { party }, now)) return undefined;
  return refuse(lacksSource(actor, action) ? "source-missing" : "not-yours");
};

/**
 * Returns why an actor may not do something to a review; undefined for those who may. `not-found` for an actor who may
 * not read it; `not-yours` for one who may not do it in any stage. The secretariat is refused a record of a party's act
 * where the act or its source lies ahead.
 */
export const deniedTo = (
  actor: Actor,
  action: Action,
  target: Target & { readonly review: Review },
  now: Instant,
): Refused | undefined => {
  const { recordsFor } = actor;
  if (recordsFor !== undefined && target.review.seats[recordsFor.party] === undefined)
    return refuse("not-in-this-review", { review: target.review.id, party: recordsFor.party });
  if (may(actor, action, target, now)) return refuseActAhead(actor, now);
  if (lacksSource(actor, action)) return refuse("source-missing");
  return may(actor, "review.read", { review: target.review }, now) ? refuse("not-yours") : refuse("not-found");
};

/** Returns `wrong-stage` where a review is in no stage in which an action is possible; undefined where it is. */
export const refuseWrongStage = (action: Action, review: Review): Refused | undefined =>
  isInStage(action, review) ? undefined : refuse("wrong-stage", { stage: review.stage });
