import { fold } from "../../../domain/audit/aggregates.ts";
import { parseAggregateKey } from "../../../domain/base/hash-chain.ts";
import { addDays, startOfDay } from "../../../domain/base/time.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { RegisterEntry } from "../../../schemas/model/register.ts";
import type { AggregateKind } from "../../../schemas/model/aggregate-kind.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import { all } from "../../io/pages.ts";
import type { Store } from "../../io/ports/store.ts";
import { entriesAsKnown } from "./history-as-known.ts";

/** An entry with its version then. */
export interface KnownEntry {
  readonly state: RegisterEntry;
  readonly version: number;
}

/** Entries of the registers among those of a journal, each folded; those of one subject follow one another. */
export const registerEntriesIn = (entries: readonly JournalEntry[]): readonly KnownEntry[] =>
  [...Map.groupBy(entries, ({ subject }) => subject)].flatMap(([subject, own]) => {
    if (parseAggregateKey(subject).kind !== "register-entry") return [];
    const facts = own.flatMap((entry) => entry.facts);
    const state = fold("register-entry", undefined, facts);
    return state === undefined ? [] : [{ state, version: own.at(-1)?.version ?? 0 }];
  });

const ofRegisters: ReadonlySet<AggregateKind> = new Set<AggregateKind>(["register-entry"]);

/** Every entry of the registers, as it was known at the end of a day, or is now. */
export const registerEntriesAsKnown = async (
  store: Pick<Store, "feed" | "list">,
  knownOn: CalendarDate | undefined,
  now: Instant,
): Promise<readonly KnownEntry[]> =>
  knownOn === undefined
    ? all((paging) => store.list("register-entry", paging))
    : registerEntriesIn(await entriesAsKnown(store, ofRegisters, startOfDay(addDays(knownOn, 1)), now));
