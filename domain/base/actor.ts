import type { PartyId, UserId } from "../../schemas/base/ids.ts";
import type { OutsideAct } from "../../schemas/model/source.ts";
import type { User, UserRole } from "../../schemas/model/user.ts";

/** The caller: read from the table at each request, never from the token. */
export interface Actor extends Pick<User, "otherParties" | "sponsors" | "newSince"> {
  readonly id: UserId;
  readonly role: UserRole;
  readonly party?: PartyId | undefined;
  /** Serves as focal point or expert in some review: such a person may read answers that were opened. */
  readonly participates?: boolean;
  /**
   * For a delegate: holds a mandate in some review, now or from a future day on. Without one, delegates read their own
   * record.
   */
  readonly serves?: boolean;
  /** For the secretariat: the act of a party outside the system that it records. */
  readonly recordsFor?: OutsideAct | undefined;
}
