import { defined } from "../../schemas/base/defined.ts";
import type * as z from "zod";
import type { SuppressedAddress } from "../../schemas/model/address.ts";
import type { PartyId, UserId } from "../../schemas/base/ids.ts";
import type { MissionContacts } from "../../schemas/model/party.ts";
import type { Person, User } from "../../schemas/model/user.ts";
import type { MissionView, PartyView, PersonView } from "../../schemas/views/core.ts";
import type { PartyPersonView, UserView } from "../../schemas/views/user.ts";
import type { Aggregate } from "../audit/aggregates.ts";
import { addressHash, contactAddressesOf, isInForce } from "../letters/address-reputation.ts";
import { approvesFrom } from "../parties/second-person.ts";
import { accessOf, isErased } from "../parties/users.ts";
import { namedParties, namedUsers } from "./named.ts";

/** Returns a party for registered users. */
export const partyView = ({ state, version }: Aggregate<"party">): PartyView => ({
  id: state.id,
  nameOnRecord: state.name,
  kind: state.kind,
  ...defined({ regionalGroup: state.regionalGroup ?? undefined }),
  joined: state.joined,
  participation: state.participation,
  ...defined({ defersServing: state.defersServing }),
  redraws: state.redraws ?? 0,
  version,
});

/** Returns a party for the secretariat, with the denunciation that waits for a second person. */
export const secretariatPartyView = (aggregate: Aggregate<"party">): PartyView => {
  const { denunciationOrder: order } = aggregate.state;
  if (order === undefined) return partyView(aggregate);
  const { leftOn, document, preview, orderedBy, orderedAt } = order;
  const [by] = namedUsers([orderedBy]);
  return { ...partyView(aggregate), denunciationOrdered: { leftOn, document, preview, orderedAt, ...(by && { by }) } };
};

/** Returns a mission's own contacts: a stored row may hold more than this version knows, and no reply may. */
const contactsView = (contacts: MissionContacts): MissionContacts => ({
  address: contacts.address,
  ...defined({ secondAddress: contacts.secondAddress }),
  language: contacts.language,
  place: contacts.place,
  ...defined({ digest: contacts.digest, publicOffice: contacts.publicOffice }),
});

/**
 * Returns the contact data of a mission, and which of its addresses are suppressed, by the marks of their hashes;
 * without `contacts` if none have been given yet.
 */
export const missionView = (
  { state, version }: Aggregate<"party">,
  contacts: MissionContacts | undefined,
  marks: readonly SuppressedAddress[],
): z.infer<typeof MissionView> => ({
  party: state.id,
  ...defined({ contacts: contacts && contactsView(contacts) }),
  suppressed: (contacts === undefined ? [] : contactAddressesOf(contacts)).flatMap(({ contact, address }) => {
    const mark = marks.find(({ hash }) => hash === addressHash(address));
    return isInForce(mark) ? [{ contact, why: mark.why, since: mark.at, letter: mark.letter }] : [];
  }),
  ...(state.unconfirmedChange === undefined ? {} : { unconfirmedSince: state.unconfirmedChange.since }),
  version,
});

const erasureView = ({
  orderedBy,
  ...order
}: NonNullable<User["erasureOrdered"]>): NonNullable<UserView["erasureOrdered"]> => ({
  user: orderedBy,
  ...order,
});

/** Returns a user for the secretariat; without the person where the user was erased. */
export const userView = (
  { state: user, version }: Pick<Aggregate<"user">, "state" | "version">,
  person: Person | undefined,
): UserView => {
  const from = approvesFrom(user);
  return {
    id: user.id,
    role: user.role,
    ...defined({ party: user.party }),
    ...(user.otherParties === undefined ? {} : { otherParties: namedParties(user.otherParties) }),
    ...(person === undefined || isErased(user) ? {} : { person: personView(user.id, person) }),
    access: accessOf(user),
    ...defined({ closedAt: user.closedAt, suspendedUntil: user.suspendedUntil }),
    ...(user.erasureOrdered === undefined ? {} : { erasureOrdered: erasureView(user.erasureOrdered) }),
    ...defined({ erasedAt: user.erasedAt, invitedAt: user.invitedAt, firstSeenAt: user.firstSeenAt }),
    ...(user.sponsors === undefined ? {} : { sponsors: namedUsers(user.sponsors) }),
    ...defined({ confirmedAt: user.confirmedAt, approvesFrom: from }),
    version,
  };
};

/**
 * Returns a person with contact details, for registered users (paragraph 20). Gender and kind of institution are for
 * counting and not shown.
 */
export const personView = (id: UserId, person: Person): z.infer<typeof PersonView> => ({
  id,
  name: person.name,
  ...defined({ title: person.title, institution: person.institution }),
  email: person.email,
  ...defined({ phone: person.phone }),
  language: person.language,
});

/** Returns a person of a party, for those who may correct what is recorded. */
export const partyPersonView = (
  party: PartyId,
  { state, version }: Pick<Aggregate<"user">, "state" | "version">,
  person: Person,
): PartyPersonView => ({ party, person: personView(state.id, person), version });
