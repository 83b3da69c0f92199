import { dayOf } from "./calendar.ts";
import type { RecordedEntry } from "./course.ts";
import type { FactOf } from "./facts.ts";
import { launch } from "./rules.ts";

/** The counted data of a party. */
export interface CountedParty {
  readonly id: string;
  readonly kind: string;
  readonly joined: FactOf<"party-registered">["joined"];
  /** From which day on it takes part, and since when it does no more. */
  readonly takesPart?: { readonly from: string; readonly to?: string };
  /** With which day it left the Convention. */
  readonly leftOn?: string;
  /** Requests for redraws that it made before they were recorded one by one, each on the day on which it was taken over. */
  readonly redrawsBefore: readonly { readonly day: string; readonly number: number }[];
}

/** The counted data of a person. */
export interface CountedPerson {
  readonly gender?: string;
  readonly institutionKind?: string;
}

/** A person from their journal, by the last that is known: what is left out stays, null takes away. */
export const countedPersonOf = (facts: readonly RecordedEntry[]): CountedPerson => {
  const known: { gender?: string | null; institutionKind?: string | null } = {};
  for (const { fact } of facts) {
    if (fact.kind !== "user-registered" && fact.kind !== "person-updated") continue;
    if (fact.gender !== undefined) known.gender = fact.gender;
    if (fact.institutionKind !== undefined) known.institutionKind = fact.institutionKind;
  }
  const { gender, institutionKind } = known;
  return { ...(gender ? { gender } : {}), ...(institutionKind ? { institutionKind } : {}) };
};

/** A party from its journal: a correction says what was so all the time. Undefined where it begins with no registration. */
export const countedPartyOf = (facts: readonly RecordedEntry[]): CountedParty | undefined => {
  const [registered] = facts.flatMap(({ fact }) => (fact.kind === "party-registered" ? [fact] : []));
  if (registered === undefined) return undefined;
  let { joined, participation } = registered;
  let entered: string | undefined;
  let left: string | undefined;
  let redraws = 0;
  const redrawsBefore: { day: string; number: number }[] = [];
  for (const { fact } of facts) {
    if (fact.kind === "party-corrected") {
      joined = fact.change.joined ?? joined;
      participation = fact.change.participation ?? participation;
    }
    if (fact.kind === "party-entered") [entered, left, participation] = [fact.decidedOn, undefined, "takes-part"];
    if (fact.kind === "party-left") left = fact.leftOn;
    if (fact.kind === "denunciation-corrected") left = fact.to;
    if (fact.kind === "denunciation-undone") left = undefined;
    if (fact.kind === "redraw-count-imported" && fact.number > redraws)
      redrawsBefore.push({ day: dayOf(fact.happenedAt), number: fact.number - redraws });
    if (fact.kind === "redraw-counted" || fact.kind === "redraw-count-lowered" || fact.kind === "redraw-count-imported")
      redraws = fact.number;
  }
  const { party: id, partyKind: kind } = registered;
  const { UNTOC: joinedOn = launch } = joined;
  const from = entered ?? (joinedOn > launch ? joinedOn : launch);
  return {
    id,
    kind,
    joined,
    redrawsBefore,
    ...(left === undefined ? {} : { leftOn: left }),
    ...(participation !== "takes-part" ? {} : { takesPart: { from, ...(left === undefined ? {} : { to: left }) } }),
  };
};

/** Instruments that a party joined from a day on, up to another. */
export const joinedSince = ({ joined }: CountedParty, day: string): readonly string[] =>
  Object.entries(joined).flatMap(([instrument, on]) => (on >= launch && on <= day ? [instrument] : []));

/** "Parties to the Convention before the launch that joined a protocol since." */
export const joinedProtocols = ({ parties }: { readonly parties: readonly CountedParty[] }, day: string) =>
  parties
    .filter(({ joined: { UNTOC } }) => UNTOC !== undefined && UNTOC < launch)
    .flatMap((party) => joinedSince(party, day).map((instrument) => ({ party: party.id, instrument })));
