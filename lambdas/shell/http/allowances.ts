import type { Actor } from "../../../domain/base/actor.ts";
import { type Counted, dayLimits, type LimitedAs } from "../../../domain/base/day-limits.ts";
import { inForce } from "../../../domain/base/policy.ts";
import { dayOf, endOfDay, epochOf, later } from "../../../domain/base/time.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Metrics } from "../../io/ports/metrics.ts";
import { LimitReached } from "../../commands/outcomes.ts";
import type { DayUse, Store } from "../../io/ports/store.ts";
import { ProblemError } from "./problem.ts";

const counted = ["commands", "letters", "namings", "contacts"] as const satisfies readonly Counted[];
/** What a caller is refused where its limit is reached. */
type Limited = (typeof counted)[number];

/** Something that one user or one party uses of a day's limits. */
interface Use {
  readonly of: string;
  readonly as: LimitedAs;
  readonly amounts: { readonly [C in Counted]?: number };
}

/** What is used, with the most that the day allows; what has no limit is left out. */
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
 * What an accepted command uses of the limits of the day: one command of the user and of their party, as long as the
 * letters of the day allow any, and one naming of the party that it names people for.
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
  return new ProblemError(`${what}-used-up`, [], { most, until }, { "retry-after": String(seconds) });
};

/** Which limit the uses would pass, as the problem that the caller is answered. A conflict where none would any more. */
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

/** What counts whose contact details are read. The metrics are loaded when there is something to measure. */
export interface ContactsIo {
  readonly store: Pick<Store, "spend">;
  readonly metrics: () => Promise<Metrics>;
}

/**
 * Counts people of others whose e-mail address and telephone a caller is about to be told. Throws a ProblemError where
 * that are more than policy allows them in a day.
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
