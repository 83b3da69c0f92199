import type { LetterQueue } from "../../../domain/letters/queues.ts";
import type { MailPermit, SlotLine } from "../../../domain/letters/send-rate.ts";
import type { LetterId } from "../../../schemas/base/ids.ts";
import type { EmailAddress } from "../../../schemas/base/values.ts";

/** The mail service's own list of addresses to which it sends nothing. */
export interface Suppression {
  /** Does nothing for an address that is not listed. */
  unsuppress(address: EmailAddress): Promise<void>;
}

export interface OutgoingMail {
  readonly letter: LetterId;
  readonly to: EmailAddress;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** A calendar file attached to it. */
  readonly calendar?: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The result from the mail service. `postponed` and `refused`: certainly not accepted, for now or permanently.
 * `unknown`: it may have been accepted.
 */
export type MailAnswer =
  | { readonly kind: "accepted"; readonly messageId: string }
  | { readonly kind: "postponed"; readonly reason: PostponementReason; readonly why: string }
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "unknown"; readonly why: string };

export interface Mail {
  send(mail: OutgoingMail): Promise<MailAnswer>;
}

/** Says what the mail service permits. */
export interface MailPermits {
  /** Throws where the service does not say. */
  read(): Promise<MailPermit>;
}

/** The line of slots that all senders share. */
export interface SlotStore {
  /** Returns the current line; undefined before its first use. */
  read(): Promise<SlotLine | undefined>;
  /** Replaces the line if it is still the given one (undefined: its first use); otherwise returns the stored one. */
  replace(
    before: SlotLine | undefined,
    next: SlotLine,
  ): Promise<{ readonly written: true } | { readonly written: false; readonly current: SlotLine | undefined }>;
}

/** A slot in which one mail may be handed over, in milliseconds since 1970; or none, for now. */
export type SlotGrant =
  | { readonly kind: "slot"; readonly at: number }
  | {
      readonly kind: "postponed";
      readonly reason: PostponementReason;
      readonly why: string;
      readonly until: "soon" | "later-today";
    };

/** Keeps a sender to the pace of the mail service. */
export interface RateLimiter {
  /** Waits in line for a slot. None comes in time where others go first, and when the day's quota is used up. */
  takeSlot(queue: LetterQueue): Promise<SlotGrant>;
  /**
   * Waits for the next slot of this sender, before all its unclaimed letters: for a claimed letter that missed its
   * slot.
   */
  takeNextSlot(queue: LetterQueue): Promise<SlotGrant>;
  /** Waits until a slot's letter is to be claimed, milliseconds before the slot; false where it has passed, and is given up. */
  waitToClaim(slot: { readonly at: number }): Promise<boolean>;
  /** Waits for a slot to begin; false where it has passed, and is given up. */
  waitForSlot(slot: { readonly at: number }): Promise<boolean>;
  /** Returns an unused slot: another letter of this sender may have it. */
  giveBack(slot: { readonly at: number }): void;
  /**
   * Marks the cached quota as stale, so that it is read again: the mail service accepted fewer mails than it permits.
   */
  invalidateQuota(): void;
}

/**
 * The reason why a letter is postponed. Either more is sent than the service permits (`throttled`, `quota`, `no-slot`),
 * or its content changed while it was claimed (`outdated`). All others are errors of the account, its identity, its
 * permissions or the connection, and a person must repair them.
 */
export type PostponementReason =
  | "throttled"
  | "quota"
  | "no-slot"
  | "outdated"
  | "sending-paused"
  | "account-suspended"
  | "not-verified"
  | "access-denied"
  | "not-found"
  | "no-connection"
  | "other";

/** The status of the account that sends letters, from the mail service. */
export interface MailAccountState {
  /** False while the account is paused, or was shut down for its reputation. */
  readonly isSendingEnabled: boolean;
  /** False in the sandbox, where mail goes to verified addresses only. */
  readonly hasProductionAccess: boolean;
  /** True if the sender domain of letters is verified. */
  readonly isIdentityVerified: boolean;
}

/** Says whether letters may leave at all. */
export interface MailAccount {
  /** "throttled": all callers together sent too many requests. Throws if it fails for another reason. */
  read(): Promise<MailAccountState | "throttled">;
}
