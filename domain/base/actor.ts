import type { PartyId, UserId } from "../../schemas/base/ids.ts";
import type { OutsideAct } from "../../schemas/model/source.ts";
import type { User, UserRole } from "../../schemas/model/user.ts";

/** Who asks: read from the table at each request, never from the token. */
export interface Actor extends Pick<User, "otherParties" | "sponsors" | "newSince"> {
  readonly id: UserId;
  readonly role: UserRole;
  readonly party?: PartyId | undefined;
  /** Serves as focal point or expert in some review: such a person may read answers that were opened. */
  readonly participates?: boolean;
  /** Of a delegate: holds a mandate somewhere, now or from a day ahead on. Whoever holds none any more reads their own record. */
  readonly serves?: boolean;
  /** Of the secretariat: what a party did outside the system, which it records for that party. */
  readonly recordsFor?: OutsideAct | undefined;
}
