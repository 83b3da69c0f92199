import {
  type ContactOfList,
  type LogChange,
  type NewContact,
  recordContacts,
} from "../../../domain/parties/follow-ups.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { type Refused, refuse } from "../../../domain/base/decision.ts";
import { isOpen } from "../../../domain/parties/users.ts";
import type { PartyId, ReviewId, UserId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { FollowUp } from "../../../schemas/model/follow-up.ts";
import { changeOf } from "../../commands/execute-command.ts";
import type { Change } from "../../io/ports/commit.ts";
import type { Store } from "../../io/ports/store.ts";

type ReadStore = Pick<Store, "load" | "contact">;

/** A contact as a request has it: the caller made it unless it names an officer. */
export type ContactEntry = Omit<NewContact, "officer"> & {
  readonly party: PartyId;
  readonly officer?: UserId | undefined;
};

/** Refuses a user who is not in the secretariat, or whose access is closed. */
export const unknownOfficer = async (store: Pick<Store, "load">, id: UserId): Promise<Refused | undefined> => {
  const user = await store.load("user", id);
  return user?.state.role === "secretariat" && isOpen(user.state) ? undefined : refuse("unknown-officer");
};

/** Refuses a review in which the party holds no seat. */
const notInReview = async (store: Pick<Store, "load">, id: ReviewId, party: PartyId): Promise<Refused | undefined> =>
  (await store.load("review", id))?.state.seats[party] === undefined
    ? refuse("not-in-this-review", { reviews: [id] })
    : undefined;

/** The log of a party as it was read, on which its change is conditional. */
interface LogAsRead {
  readonly aggregate: Aggregate<"contact-log"> | undefined;
}

/** Reads the log of a party; undefined if there is no such party. */
const readLog = async (store: ReadStore, id: PartyId): Promise<LogAsRead | undefined> => {
  const [party, aggregate] = await Promise.all([store.load("party", id), store.load("contact-log", id)]);
  return party === undefined ? undefined : { aggregate };
};

/** An entry with what its decision needs, or why it is refused before that. */
const readEntry = async (
  store: ReadStore,
  { party, officer: named, ...contact }: ContactEntry,
  asRead: LogAsRead | undefined,
  actor: UserId,
): Promise<ContactOfList | Refused> => {
  if (asRead === undefined) return refuse("not-found");
  const officer = named ?? actor;
  const refused =
    (contact.review === undefined ? undefined : await notInReview(store, contact.review, party)) ??
    (await unknownOfficer(store, officer));
  if (refused !== undefined) return refused;
  const earlier = contact.follows === undefined ? undefined : await store.contact(party, contact.follows);
  return { party, log: asRead.aggregate?.state, contact: { ...contact, officer }, earlier };
};

const changeOfLog = (asRead: LogAsRead | undefined, { party, facts, kept }: LogChange): Change<"contact-log"> => {
  const sideRecords = kept.map((contact) => ({ kind: "contact", contact }) as const);
  return changeOf("contact-log", party, asRead?.aggregate, facts, sideRecords);
};

/** Decides on a list of contacts, all or none: one change for each party, however many contacts with it there are. */
export const decideContacts = async (
  store: ReadStore,
  entries: readonly ContactEntry[],
  actor: UserId,
  now: Instant,
): Promise<
  | Refused
  | { readonly ok: true; readonly contacts: readonly FollowUp[]; readonly changes: readonly Change<"contact-log">[] }
> => {
  const parties = [...new Set(entries.map(({ party }) => party))];
  const logs = new Map(await Promise.all(parties.map(async (id) => [id, await readLog(store, id)] as const)));
  const list = await Promise.all(entries.map((entry) => readEntry(store, entry, logs.get(entry.party), actor)));
  const decision = recordContacts(list, now);
  if (!decision.ok) return decision;
  const changes = decision.logs.map((change) => changeOfLog(logs.get(change.party), change));
  return { ok: true, contacts: decision.contacts, changes };
};
