import { correctParty, registerParty } from "../../../domain/parties/parties.ts";
import type { Refused } from "../../../domain/base/decision.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Store } from "../../io/ports/store.ts";
import { changeOf, executeCommand } from "../../commands/execute-command.ts";

export interface PartiesImported {
  readonly registered: PartyId[];
  readonly corrected: PartyId[];
  unchanged: number;
}

type ImportResult = { readonly ok: true; readonly imported: PartiesImported } | Refused;

/**
 * Registers new parties and corrects those that differ from the file, each by a separate command. Equal ones are
 * skipped, so that an interrupted import can be repeated. Ends with the first refused party, and returns the reason.
 */
export const importParties = async (
  store: Store,
  parties: readonly Party[],
  by: string,
  now: Instant,
): Promise<ImportResult> => {
  const imported: PartiesImported = { registered: [], corrected: [], unchanged: 0 };
  for (const party of parties) {
    const done = await executeCommand(store)({ by, now, decide: () => decideOn(store, party, now) });
    if (!done.ok) return done;
    if (done.outcome === "unchanged") imported.unchanged += 1;
    else imported[done.outcome].push(party.id);
  }
  return { ok: true, imported };
};

const decideOn = async (store: Store, party: Party, now: Instant) => {
  const aggregate = await store.load("party", party.id);
  const decision =
    aggregate === undefined
      ? registerParty(party, now)
      : correctParty(aggregate.state, correctable(party), "The party file says so.", now);
  if (!decision.ok) return decision;
  if (decision.facts.length === 0) return { ok: true, changes: [], outcome: "unchanged" } as const;
  const outcome = aggregate === undefined ? "registered" : "corrected";
  return { ok: true, changes: [changeOf("party", party.id, aggregate, decision.facts)], outcome } as const;
};

const correctable = ({ name, regionalGroup, joined, participation }: Party) => ({
  name,
  regionalGroup,
  joined,
  participation,
});
