import type { BulletinId, MandateId, RegisterEntryId, StatusPaperId, UserId } from "../../../schemas/base/ids.ts";
import type { EmailAddress, Instant } from "../../../schemas/base/values.ts";
import type { UserRole } from "../../../schemas/model/user.ts";

/** Accounts of the user pool; sends no mail of its own. */
export interface Accounts {
  /** The subject of the account that an address has; undefined where it has none. */
  find(address: EmailAddress): Promise<string | undefined>;
  /** Creates an account and returns its subject; for an address with an account, returns the existing subject. */
  create(address: EmailAddress): Promise<string>;
  /** Disables an account and ends its sessions; does nothing if it is deleted. */
  disable(sub: string): Promise<void>;
  /** Enables an account again; does nothing if it is deleted. */
  enable(sub: string): Promise<void>;
  /** Deletes an account permanently; does nothing if it is deleted already. */
  delete(sub: string): Promise<void>;
}

/** The users who need a second factor, and those who have one. */
export interface SecondFactors {
  /** Roles whose users are refused without one. */
  readonly roles: ReadonlySet<UserRole>;
  /**
   * Returns true if an account has one. The result is cached for a session that started at the given time, and read
   * from the pool each time if no session is given.
   */
  has(sub: string, session: Instant | undefined): Promise<boolean>;
}

/** Random values: ids of 130 bits, sortable by time, and the seed of a drawing, an integer of 32 bits. */
export interface Ids {
  user(): UserId;
  mandate(): MandateId;
  bulletin(): BulletinId;
  registerEntry(): RegisterEntryId;
  statusPaper(): StatusPaperId;
  seed(): number;
}
