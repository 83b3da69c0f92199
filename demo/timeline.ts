import type { PartyId, ReviewId } from "../schemas/base/ids.ts";
import type { LanguagesOpen, MandateRole, PublishedPart } from "../schemas/model/review.ts";
import type { CalendarDate, DelayReason, Instrument, Language } from "../schemas/base/values.ts";

/** A person of a party: the first, second … in a role. */
export interface Person {
  readonly role: MandateRole;
  readonly party: PartyId;
  readonly number: number;
}

/** Author of an act. */
export type Caller = { readonly role: "secretariat" } | { readonly role: "mission"; readonly party: PartyId } | Person;

export type Languages =
  | { readonly languages: readonly Language[]; readonly exception?: string }
  | { readonly open: { readonly why: LanguagesOpen; readonly translationNeeded: readonly Language[] } };

/** A draft to hand over, in the version that it gets by being written now. */
export interface Draft {
  readonly instrument: Instrument;
  readonly version: number;
}

/** An act: the body of its request, without values that only the running system has. */
export type DemoCommand =
  | { readonly kind: "name"; readonly person: Person; readonly reviews: readonly ReviewId[] }
  | { readonly kind: "replace"; readonly person: Person; readonly by: Person; readonly effectiveOn?: CalendarDate }
  | { readonly kind: "remove"; readonly person: Person }
  | { readonly kind: "meet"; readonly review: ReviewId; readonly heldOn: CalendarDate }
  | { readonly kind: "languages"; readonly review: ReviewId; readonly languages: Languages }
  | {
      readonly kind: "outcome";
      readonly review: ReviewId;
      readonly heldOn?: CalendarDate;
      readonly withoutMeeting?: string;
      readonly languages?: Languages;
      readonly clockStartsOn?: CalendarDate;
      readonly answersDueOn?: CalendarDate;
    }
  | {
      readonly kind: "delay";
      readonly review: ReviewId;
      readonly obligation: string;
      readonly dueOn: CalendarDate;
      readonly reason: DelayReason;
    }
  | { readonly kind: "draft-answers"; readonly review: ReviewId; readonly drafts: readonly Draft[] }
  | { readonly kind: "submit"; readonly review: ReviewId; readonly drafts: readonly Draft[] }
  | { readonly kind: "return-answers"; readonly review: ReviewId; readonly reason: string }
  | { readonly kind: "open-answers"; readonly review: ReviewId }
  | {
      readonly kind: "draft-feedback";
      readonly review: ReviewId;
      readonly party: PartyId;
      readonly drafts: readonly Draft[];
    }
  | { readonly kind: "clear"; readonly review: ReviewId; readonly party: PartyId; readonly drafts: readonly Draft[] }
  | { readonly kind: "return-feedback"; readonly review: ReviewId; readonly party: PartyId; readonly reason: string }
  | { readonly kind: "request"; readonly review: ReviewId; readonly number: number }
  | { readonly kind: "answer"; readonly review: ReviewId; readonly number: number }
  | { readonly kind: "close"; readonly review: ReviewId; readonly number: number }
  | { readonly kind: "list"; readonly review: ReviewId; readonly version: number }
  | { readonly kind: "agree"; readonly review: ReviewId; readonly version: number }
  | { readonly kind: "publish"; readonly review: ReviewId; readonly version: number }
  | { readonly kind: "consent"; readonly review: ReviewId; readonly parts: readonly PublishedPart[] }
  | {
      readonly kind: "correct";
      readonly review: ReviewId;
      readonly what: "consultation" | "submission";
      readonly to: CalendarDate;
      readonly reason: string;
    }
  | { readonly kind: "request-redraw"; readonly review: ReviewId; readonly seat: PartyId }
  | {
      readonly kind: "redraw";
      readonly review: ReviewId;
      readonly from: PartyId;
      readonly to: PartyId;
      readonly instruments: readonly Instrument[];
      readonly drawnOn: CalendarDate;
    };

/** An act of a caller on a day. */
export interface DemoStep {
  readonly on: CalendarDate;
  readonly by: Caller;
  readonly does: DemoCommand;
}

/** In which order things are done that fall on one day: people change first, and drafts are there before they are cleared. */
const order: readonly (readonly DemoCommand["kind"][])[] = [
  ["redraw"],
  ["remove"],
  ["replace", "name"],
  ["meet", "languages", "outcome", "delay", "correct", "return-answers", "return-feedback", "request-redraw"],
  ["draft-answers", "draft-feedback", "close", "request"],
  ["answer", "submit", "clear"],
  ["open-answers", "list"],
  ["agree"],
  ["publish", "consent"],
];

/** The place of a deed in its day: what comes earlier is done before what comes later begins. */
export const placeOf = ({ kind }: DemoCommand): number => order.findIndex((kinds) => kinds.includes(kind));

/** The order in which acts are done, and of acts at one place one that does not change. */
export const byTime = (one: DemoStep, other: DemoStep): number =>
  one.on.localeCompare(other.on) ||
  placeOf(one.does) - placeOf(other.does) ||
  JSON.stringify(one.does).localeCompare(JSON.stringify(other.does));
