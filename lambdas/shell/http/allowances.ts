import type { Actor } from "../../../domain/base/actor.ts";
import { type Counted, dayLimits, type LimitedAs } from "../../../domain/policy/day-limits.ts";
import { inForce } from "../../../domain/base/settings.ts";
import { dayOf, endOfDay, epochOf, later } from "../../../domain/base/time.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Metrics } from "../../io/ports/metrics.ts";
import { LimitReached } from "../../commands/outcomes.ts";
import type { DayUse } from "../../io/ports/commit.ts";
import type { Store } from "../../io/ports/store.ts";
import { ProblemError } from "./problem.ts";

const counted = ["commands", "letters", "namings", "contacts"] as const satisfies readonly Counted[];
/** The refusals of a caller whose limit is reached. */
type Limited = (typeof counted)[number];

/** Something that one user or one party uses of a day's limits. */
interface Use {
  readonly of: string;
  readonly as: LimitedAs;
  readonly amounts: { readonly [C in Counted]?: number };
}

/** Returns the use with the maximum of the day; without uses that have no limit. */
const dayUse = ({ of, as, amounts }: Use, now: Instant): DayUse => {
  const day = dayOf(now);
  const limits: { readonly [C in Counted]?: number } = inForce(dayLimits, day)[as];
  const counts: { [C in Counted]?: { readonly amount: number; readonly most: number } } = {};
  for (const what of counted) {
    const [amount, most] = [amounts[what], limits[what]];
    if (amount !== undefined && most !== undefined) counts[what] = { amount, most };
  }
  return { of, day, counts };
};

const limitedAs = ({ party }: Pick<Actor, "party">): LimitedAs => (party === undefined ? "officer" : "person");

/**
 * Returns an accepted command's use of the daily limits: one command of the user and of their party, as long as the
 * daily letters permit any, and one nomination of the party that it nominates people for.
 */
export const usesOfCommand = (
  actor: Pick<Actor, "id" | "party">,
  namingFor: PartyId | undefined,
  now: Instant,
): readonly DayUse[] => {
  const command = { commands: 1, letters: 0 };
  const naming = { namings: 1 };
  const { id, party } = actor;
  return [
    dayUse({ of: id, as: limitedAs(actor), amounts: command }, now),
    ...(party === undefined
      ? []
      : [dayUse({ of: party, as: "party", amounts: namingFor === party ? { ...command, ...naming } : command }, now)]),
    ...(namingFor === undefined || namingFor === party
      ? []
      : [dayUse({ of: namingFor, as: "party", amounts: naming }, now)]),
  ];
};

/** The problem that a limit of the day is reached: how much it is, and when the next day of Vienna's calendar begins. */
const usedUpToday = (what: Limited, most: number, now: Instant): ProblemError => {
  const until = later(endOfDay(dayOf(now)), { milliseconds: 1 });
  const seconds = Math.ceil((epochOf(until) - epochOf(now)) / 1000);
  const headers = {
    "retry-after": String(seconds),
    // The draft "RateLimit header fields for HTTP" of the IETF: what remains of a day's limit, and for how long.
    ratelimit: `"${what}";r=0;t=${seconds}`,
    "ratelimit-policy": `"${what}";q=${most};w=86400`,
  };
  return new ProblemError(`${what}-used-up`, [], { most, until }, headers);
};

/** Returns the limit that the uses would exceed, as the problem for the caller; a conflict if none would any more. */
const usedUp = async (store: Pick<Store, "usedOn">, uses: readonly DayUse[], now: Instant): Promise<ProblemError> => {
  for (const use of uses) {
    const used = await store.usedOn(use);
    for (const what of counted) {
      const { amount, most } = use.counts[what] ?? {};
      if (amount !== undefined && most !== undefined && (used[what] ?? 0) + Math.max(amount, 1) > most)
        return usedUpToday(what, most, now);
    }
  }
  return new ProblemError("conflict");
};

/** Does work that uses limits of the day. Throws a ProblemError that states the limit where one would be passed. */
export const withinLimits = async <Done>(
  store: Pick<Store, "usedOn">,
  now: Instant,
  work: () => Promise<Done>,
): Promise<Done> => {
  try {
    return await work();
  } catch (error) {
    throw error instanceof LimitReached ? await usedUp(store, error.uses, now) : error;
  }
};

/** Counts a command that commits no fact. Throws a ProblemError where a limit of the day would be passed. */
export const countCommand = async (
  store: Pick<Store, "spend" | "usedOn">,
  actor: Pick<Actor, "id" | "party">,
  now: Instant,
): Promise<void> => {
  const uses = usesOfCommand(actor, undefined, now);
  for (const use of uses) if (!(await store.spend(use))) throw await usedUp(store, uses, now);
};

/** Counts the persons whose contact details are read. The metrics are loaded when needed. */
export interface ContactsIo {
  readonly store: Pick<Store, "spend">;
  readonly metrics: () => Promise<Metrics>;
}

/**
 * Counts the other persons whose e-mail address and telephone a reply is about to contain. Throws a ProblemError if
 * that exceeds the daily limit in the policy.
 */
export const countContacts = async (io: ContactsIo, actor: Actor, people: number, now: Instant): Promise<void> => {
  if (people === 0) return;
  const use = dayUse({ of: actor.id, as: limitedAs(actor), amounts: { contacts: people } }, now);
  const isAllowed = await io.store.spend(use);
  const metrics = await io.metrics();
  if (isAllowed) return metrics.record("contactsRead", people);
  metrics.record("contactsRefused", 1);
  throw usedUpToday("contacts", use.counts.contacts?.most ?? 0, now);
};
