import type { PartyId } from "../../schemas/base/ids.ts";
import type { PresidentsReminders } from "../../schemas/model/presidents-reminders.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { type Refused, refuse } from "../base/decision.ts";
import { inForce } from "../base/settings.ts";
import { presidentsReminderEvery } from "../policy/reminders.ts";
import { dayOf, later } from "../base/time.ts";

/** Returns the time from which a party may get the President's reminder again. */
const againFrom = (sentAt: Instant): Instant => later(sentAt, inForce(presidentsReminderEvery, dayOf(sentAt)));

/**
 * Returns the parties on the President's list that did not get the reminder within the period of the policy. Refused if
 * none remains, with the time from which the first of them may get it again.
 */
export const partiesToRemind = (
  listed: readonly PartyId[],
  sent: PresidentsReminders | undefined,
  now: Instant,
): Refused | readonly PartyId[] => {
  const again = (party: PartyId): Instant | undefined => {
    const sentAt = sent?.sentTo[party];
    return sentAt === undefined ? undefined : againFrom(sentAt);
  };
  const due = listed.filter((party) => (again(party) ?? now) <= now);
  if (due.length > 0 || listed.length === 0) return due;
  return refuse("reminder-too-soon", { earliest: listed.flatMap((party) => again(party) ?? []).toSorted()[0] });
};

/** Returns the row after parties got the reminder; entries that no longer matter are left out. */
export const remindersAfter = (
  sent: PresidentsReminders | undefined,
  parties: readonly PartyId[],
  now: Instant,
): PresidentsReminders => ({
  revision: (sent?.revision ?? 0) + 1,
  sentTo: {
    ...Object.fromEntries(Object.entries(sent?.sentTo ?? {}).filter(([, sentAt]) => againFrom(sentAt) > now)),
    ...Object.fromEntries(parties.map((party) => [party, now])),
  },
});
