import type { Action } from "../schemas/actions.ts";
import type { PartyId } from "../schemas/ids.ts";
import type { MandateRole, Review } from "../schemas/review.ts";
import type { Actor } from "./actor.ts";

/** How someone stands to what an action is about. */
export type Relation =
  | "secretariat"
  | "president"
  /** The permanent mission of the party that the action is about, or of a party of the review. */
  | "mission"
  | MandateRole
  /** Anybody with an account. */
  | "registered"
  /** Anybody at all. */
  | "public";

/**
 * Who may do what: the one table. Its source is "Who takes part" of the process; what is not listed is not
 * allowed. Reading a review that one has no relation to answers as if it did not exist.
 */
export const permissions = {
  "system.read": ["public"],
  "pairings.read": ["public"],
  "country-profile.read": ["public"],
  "me.read": ["registered"],
  "parties.read": ["registered"],
  "party.import": ["secretariat"],
  "party.correct": ["secretariat"],
  "mission.read": ["secretariat", "mission"],
  "mission.write": ["secretariat", "mission"],
  "groups.read": ["registered"],
  "group.start": ["secretariat"],
  "reviews.list": ["registered"],
  "review.read": ["secretariat", "mission", "focal-point", "expert", "observer"],
  "mandates.read": ["registered"],
  "focal-point.name": ["secretariat", "mission"],
  "expert.name": ["secretariat", "mission"],
  "observer.name": ["secretariat", "mission"],
  "obligations.read": ["secretariat", "mission", "focal-point", "expert", "observer"],
  "letters.read": ["secretariat", "mission"],
  "letters.list-all": ["secretariat"],
  "review.journal": ["secretariat"],
  "missing-nominations.read": ["secretariat", "president"],
  "user.register": ["secretariat"],
} as const satisfies Record<Action, readonly Relation[]>;

/** The right to name somebody in a role. */
export const namingActions = {
  "focal-point": "focal-point.name",
  expert: "expert.name",
  observer: "observer.name",
} as const satisfies Record<MandateRole, Action>;

/** What an action is about, as far as rights depend on it. */
export interface Target {
  readonly party?: PartyId | undefined;
  readonly review?: Review | undefined;
}

/** Every relation that someone has to a target. An ended mandate is none. */
export const relationsTo = (actor: Actor | undefined, target: Target): ReadonlySet<Relation> => {
  const relations = new Set<Relation>(["public"]);
  if (actor === undefined) return relations;
  relations.add("registered");
  if (actor.role === "secretariat" || actor.role === "president") relations.add(actor.role);
  if (actor.role === "permanent-mission" && actsFor(actor, target)) relations.add("mission");
  if (actor.role === "delegate" && target.review !== undefined)
    for (const mandate of Object.values(target.review.mandates))
      if (mandate.user === actor.id && mandate.until === undefined && isAbout(target, mandate.party))
        relations.add(mandate.role);
  return relations;
};

const isAbout = (target: Target, party: PartyId): boolean => target.party === undefined || target.party === party;

const actsFor = (actor: Actor, target: Target): boolean =>
  actor.party !== undefined &&
  isAbout(target, actor.party) &&
  (target.review === undefined || target.review.seats[actor.party] !== undefined) &&
  (target.party !== undefined || target.review !== undefined);

/** Whether someone may do something, by the table and nothing else. */
export const may = (actor: Actor | undefined, action: Action, target: Target = {}): boolean => {
  const relations = relationsTo(actor, target);
  const allowed: readonly Relation[] = permissions[action];
  return allowed.some((relation) => relations.has(relation));
};
