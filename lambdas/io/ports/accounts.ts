import type { BulletinId, MandateId, RegisterEntryId, StatusPaperId, UserId } from "../../../schemas/base/ids.ts";
import type { EmailAddress, Instant } from "../../../schemas/base/values.ts";
import type { UserRole } from "../../../schemas/model/user.ts";

/** Accounts of the user pool; sends no mail of its own. */
export interface Accounts {
  /** The subject of the account that an address has; undefined where it has none. */
  find(address: EmailAddress): Promise<string | undefined>;
  /** The account's subject; the same again for an address that has one. */
  create(address: EmailAddress): Promise<string>;
  /** Disables an account and ends its sessions; nothing where it is gone. */
  disable(sub: string): Promise<void>;
  /** Enables an account again; nothing where it is gone. */
  enable(sub: string): Promise<void>;
  /** Ends an account for good; nothing where it is gone. */
  delete(sub: string): Promise<void>;
}

/** Of whom a second factor is wanted, and who has one. */
export interface SecondFactors {
  /** Roles whose users are refused without one. */
  readonly roles: ReadonlySet<UserRole>;
  /**
   * Whether an account has one, as asked in a session that began at an instant: the pool is asked seldom where it does,
   * and every time where no session is given.
   */
  has(sub: string, session: Instant | undefined): Promise<boolean>;
}

/** What chance gives: ids of 130 bits, sortable by time, and the seed of a drawing, a whole number of 32 bits. */
export interface Ids {
  user(): UserId;
  mandate(): MandateId;
  bulletin(): BulletinId;
  registerEntry(): RegisterEntryId;
  statusPaper(): StatusPaperId;
  seed(): number;
}
