import type { Metric } from "../../schemas/metrics.ts";

/**
 * Why a letter is put back for now: more is sent than the service permits (`throttled`, `quota`, `no-slot`), or
 * something is wrong with the account, its identity, its grant or the way to the service, which waiting does not mend.
 */
export type PostponementReason =
  | "throttled"
  | "quota"
  | "no-slot"
  | "sending-paused"
  | "account-suspended"
  | "not-verified"
  | "access-denied"
  | "not-found"
  | "no-connection"
  | "other";

/** What the mail service says of the account that letters are sent with. */
export interface MailAccountState {
  /** False while the account is paused, or was shut down for its reputation. */
  readonly isSendingEnabled: boolean;
  /** False in the sandbox, where mail goes to verified addresses only. */
  readonly hasProductionAccess: boolean;
  /** Whether the domain that letters leave from is verified. */
  readonly isIdentityVerified: boolean;
}

/** Says whether letters may leave at all. */
export interface MailAccount {
  /** "throttled": it was asked too often, by all who ask it together. Throws where it does not say for another reason. */
  read(): Promise<MailAccountState | "throttled">;
}

/** Numbers that alarms watch. */
export interface Metrics {
  record(metric: Metric, value: number): void;
}
