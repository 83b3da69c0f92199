import type { DatabaseSync } from "node:sqlite";
import type { StackClock } from "../base/clock.ts";
import type { Fields } from "../base/json.ts";

/** An address to which the account mails no more. */
export interface SuppressedAddress {
  readonly address: string;
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The suppression list of the account. Addresses are kept in lower case. */
export interface SuppressionList {
  /** In the order of the addresses. */
  readonly suppressed: () => readonly SuppressedAddress[];
  /** Returns the reason and start of a suppression of an address, or undefined if mail to it is delivered. */
  readonly suppression: (address: string) => SuppressedAddress | undefined;
  readonly suppress: (address: string, reason: string) => void;
  /** False where the address was not suppressed. */
  readonly unsuppress: (address: string) => boolean;
}

const suppressedAddress = (row: Fields): SuppressedAddress => ({
  address: String(row["address"]),
  reason: String(row["reason"]),
  at: Number(row["at"]),
});

/** Opens the suppression list. */
export const openSuppressionList = (database: DatabaseSync, clock: StackClock): SuppressionList => {
  const all = database.prepare("SELECT * FROM suppressed ORDER BY address");
  const one = database.prepare("SELECT * FROM suppressed WHERE address = ?");
  const insert = database.prepare("INSERT OR REPLACE INTO suppressed VALUES (?, ?, ?)");
  const remove = database.prepare("DELETE FROM suppressed WHERE address = ?");
  return {
    suppressed: () => all.all().map(suppressedAddress),
    suppression: (address) => {
      const row = one.get(address.toLowerCase());
      return row === undefined ? undefined : suppressedAddress(row);
    },
    suppress: (address, reason) => {
      insert.run(address.toLowerCase(), reason, clock.now());
    },
    unsuppress: (address) => Number(remove.run(address.toLowerCase()).changes) > 0,
  };
};
