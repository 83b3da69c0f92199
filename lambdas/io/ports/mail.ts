import type { LetterQueue } from "../../../domain/letters/queues.ts";
import type { MailPermit, SlotLine } from "../../../domain/letters/send-rate.ts";
import type { LetterId } from "../../../schemas/base/ids.ts";
import type { EmailAddress } from "../../../schemas/base/values.ts";

/** The mail service's own list of addresses to which it sends nothing. */
export interface Suppression {
  /** An address that is not listed is released already. */
  release(address: EmailAddress): Promise<void>;
}

export interface OutgoingMail {
  readonly letter: LetterId;
  readonly to: EmailAddress;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** A calendar file that goes with it. */
  readonly calendar?: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** What the mail service said. `postponed` and `refused`: surely not accepted, for now and for good. `unknown`: it may have been. */
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
  /** The line as it stands; none before its first use. */
  read(): Promise<SlotLine | undefined>;
  /** Replaces the line under the condition that it is still the one before (none: its first use); else says what stands there. */
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
  /** Waits for the next slot of this sender, before all its letters that are not claimed: for one that is, and missed its slot. */
  takeNextSlot(queue: LetterQueue): Promise<SlotGrant>;
  /** Waits until a slot's letter is to be claimed, milliseconds before the slot; false where it has passed, and is given up. */
  waitToClaim(slot: { readonly at: number }): Promise<boolean>;
  /** Waits for a slot to begin; false where it has passed, and is given up. */
  waitForSlot(slot: { readonly at: number }): Promise<boolean>;
  /** Gives back a slot that is not needed: another letter of this sender may have it. */
  giveBack(slot: { readonly at: number }): void;
  /** The mail service took less than it was said to permit: what it permits is read again. */
  invalidateQuota(): void;
}

/**
 * Why a letter is put back for now: more is sent than the service permits (`throttled`, `quota`, `no-slot`), what it states
 * changed as it was claimed (`outdated`), or
 * something is wrong with the account, its identity, its grant or the way to the service, which waiting does not mend.
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
