import type { PartyId } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { Letter, Recipient } from "../../schemas/model/letter.ts";
import { plannedLetter } from "./lifecycle.ts";
import { notificationRules } from "./notification-rules.ts";

type OfferEntry = Pick<JournalEntry, "recordedAt" | "facts">;

/**
 * Returns the letters that an entry of a person's journal calls for about mandates of another party [D], as planned
 * now. The person is invited to accept. The mission that made the offer is notified of the answer, and the mission of
 * the party that registered the person of an acceptance.
 */
export const offerLettersOn = (entry: OfferEntry, now: Instant): readonly Letter[] => {
  const rule = notificationRules["mandate-offer"];
  const { recordedAt: plannedFor, facts } = entry;
  const toMission = (party: PartyId) => ({ recipient: { kind: "mission", party } as const, party });
  return facts.flatMap((fact): readonly Letter[] => {
    if (fact.kind !== "mandate-offered" && fact.kind !== "mandate-offer-ended") return [];
    const { user, party, mandate, role } = fact;
    const about = fact.kind === "mandate-offered" ? "offered" : fact.outcome;
    if (about === "withdrawn") return [];
    const content = { kind: "mandate-offer", user, party, mandate, role, about } as const;
    const readers: readonly { readonly recipient: Recipient; readonly party: PartyId }[] =
      fact.kind === "mandate-offered"
        ? [{ recipient: { kind: "user", user }, party }]
        : [party, ...(about === "accepted" ? [fact.home] : [])].map(toMission);
    return readers.map((reader) => plannedLetter({ content, ...reader, plannedFor, rule }, now));
  });
};
