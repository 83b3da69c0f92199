import type { Actor } from "../../../domain/base/actor.ts";
import type { Refused } from "../../../domain/base/decision.ts";
import {
  type MandateChanges,
  type Removal,
  removeMandate,
  type Replacement,
  replaceMandate,
} from "../../../domain/review/commands/change-mandates.ts";
import { may } from "../../../domain/review/permissions.ts";
import { at, day, delegate, mandateId, mission, party, type Play } from "./play.ts";

/** Changes of the mandates of a played review: the command, its success, and the permissions afterwards. */
const nameOf = { "focal-point": "fp", expert: "ex", observer: "ob" } as const;
export const replacement = (code: string, name: string, effectiveOn?: string, old = "fp"): Replacement => ({
  party: party(code),
  mandate: mandateId(`${old}${code}`),
  successor: { mandate: mandateId(`${name}${code}`), user: delegate(code, name).id },
  ...(effectiveOn === undefined ? {} : { effectiveOn: day(effectiveOn) }),
});
export const removal = (code: string, role: keyof typeof nameOf, effectiveOn?: string): Removal => ({
  party: party(code),
  mandate: mandateId(`${nameOf[role]}${code}`),
  ...(effectiveOn === undefined ? {} : { effectiveOn: day(effectiveOn) }),
});
const accept = (play: Play, outcome: MandateChanges | Refused) => {
  if (!outcome.ok) throw new Error(outcome.refusal);
  for (const { facts } of outcome.changes) play.take({ ok: true, facts });
  return play;
};
export const replace = (play: Play, what: Replacement, on: string, by: Actor = mission(what.party)) =>
  accept(play, replaceMandate([play.review], by, what, at(on)));
export const remove = (play: Play, what: Removal, on: string) =>
  accept(play, removeMandate([play.review], mission(what.party), what, at(on)));
export const mayRead = (actor: Actor, play: Play, on: string) =>
  may(actor, "review.read", { review: play.review }, at(on));
export const maySubmit = (actor: Actor, play: Play, on: string) =>
  may(actor, "answers.submit", { review: play.review, party: party("FR") }, at(on));
