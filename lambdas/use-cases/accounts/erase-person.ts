import { aggregateKey } from "../../../domain/base/hash-chain.ts";
import { addressHash, contactAddressesOf } from "../../../domain/letters/address-reputation.ts";
import { erasedLetter, isUnderWay } from "../../../domain/letters/erased-letter.ts";
import { maySpeakOf, namesPerson } from "../../../domain/parties/mentions.ts";
import { partiesOfUser } from "../../../domain/parties/users.ts";
import type { PartyId, UserId } from "../../../schemas/base/ids.ts";
import type { EmailAddress } from "../../../schemas/base/values.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { User } from "../../../schemas/model/user.ts";
import { attemptUpTo } from "../../io/attempts.ts";
import { all } from "../../io/pages.ts";
import type { Suppression } from "../../io/ports/mail.ts";
import type { Ledger } from "../../io/ports/outbox.ts";
import type { FormerPerson } from "../../io/ports/commit.ts";
import type { SpeaksOf } from "../../io/store/erasures.ts";
import type { AccountIo } from "./accounts.ts";

export interface ErasureIo extends AccountIo {
  readonly ledger: Ledger;
  readonly suppression: Suppression;
}

/** A user who is being erased, and who it was. */
interface Erasure {
  readonly user: User;
  readonly former: FormerPerson;
}

/** Every letter to a person: those about the user, and those of the party. */
export const lettersTo = async (
  ledger: Pick<Ledger, "ofSubject" | "ofParty">,
  user: Pick<User, "id" | "party" | "otherParties">,
): Promise<readonly Letter[]> => {
  const { id } = user;
  const about = await all((paging) => ledger.ofSubject(aggregateKey("user", id), paging));
  const ofParties = await Promise.all(
    partiesOfUser(user).map((party) => all((paging) => ledger.ofParty(party, paging), 200)),
  );
  const own = [...about, ...ofParties.flat()].filter(
    ({ recipient }) => recipient.kind === "user" && recipient.user === id,
  );
  return [...new Map(own.map((letter) => [letter.id, letter])).values()];
};

/** The number of times that the row of a letter is read again after a parallel change. */
const tries = 5;

/**
 * Erases a letter's data about a person. A letter in transit keeps them until it ends. Returns true if nothing remains.
 */
const eraseLetter = async ({ ledger, clock }: ErasureIo, { id }: Letter): Promise<boolean> => {
  const erased = await attemptUpTo(tries, async () => {
    const letter = await ledger.letter(id);
    // A waiting letter is not sent to a closed user; it may have an earlier address.
    if (letter !== undefined && isUnderWay(letter) && letter.state !== "planned") return "under-way";
    const next = letter && erasedLetter(letter, clock.now());
    if (letter !== undefined) await ledger.deleteLetterText(id);
    return next === undefined || (await ledger.move(next)) ? "erased" : undefined;
  });
  if (erased === undefined) throw new Error(`Letter ${id} keeps moving`);
  return erased === "erased";
};

/** Forgets that letters fail at an address, here and at the mail service. */
const forgetAddress = async ({ ledger, suppression }: ErasureIo, address: EmailAddress): Promise<void> => {
  const mark = await ledger.mark(addressHash(address));
  if (mark === undefined) return;
  await suppression.unsuppress(address);
  if (!(await ledger.deleteMark(mark))) throw new Error(`The mark of letter ${mark.letter} keeps changing`);
};

/**
 * Returns the person's former addresses that no other user has. Data about an address in use belong to its current
 * user.
 */
const freeFormerAddresses = async ({ store }: ErasureIo, { id }: User): Promise<readonly EmailAddress[]> => {
  const found: EmailAddress[] = [];
  for (let number = 1; ; number += 1) {
    const address = await store.formerAddress({ kind: "user", id }, number);
    if (address === undefined) return found;
    if ((await store.userOfAddress(address)) === undefined) found.push(address);
  }
};

/**
 * Deletes the reachability records of a person at each of their addresses, unless the mission of a party also uses the
 * address. The former addresses lead to their marks until the erasure has ended.
 */
const forgetReach = async (io: ErasureIo, { user, former }: Erasure): Promise<void> => {
  await io.ledger.deleteReach({ kind: "user", user: user.id });
  const missions = await Promise.all(partiesOfUser(user).map((party) => io.store.mission(party)));
  const ofMission = new Set(
    missions
      .flatMap((mission) => (mission === undefined ? [] : contactAddressesOf(mission)))
      .map(({ address }) => address),
  );
  const own = new Set([former.person.email, ...(await freeFormerAddresses(io, user))]);
  for (const address of own) if (!ofMission.has(address)) await forgetAddress(io, address);
};

/**
 * Ends the person's account, and one that was created for the address and never linked. The account is read before the
 * address: a new registration has the address before an account is created.
 */
const endAccount = async ({ store, accounts }: ErasureIo, { person, sub }: FormerPerson): Promise<void> => {
  if (sub !== undefined && (await store.userOfAccount(sub)) === undefined) await accounts.delete(sub);
  const found = await accounts.find(person.email);
  if (found !== undefined && (await store.userOfAddress(person.email)) === undefined) await accounts.delete(found);
};

const erasureOf = async ({ store }: ErasureIo, id: UserId): Promise<Erasure | undefined> => {
  const [aggregate, former] = await Promise.all([store.load("user", id), store.erasing(id)]);
  return aggregate === undefined || former === undefined ? undefined : { user: aggregate.state, former };
};

/**
 * Erases what is found of a person without reading whole tables: the account, letters to them, and how they were reached.
 * Done again it changes nothing. Says whether nothing of it is left.
 */
export const erasePersonalData = async (io: ErasureIo, id: UserId): Promise<boolean> => {
  const erasure = await erasureOf(io, id);
  if (erasure === undefined) return true;
  await endAccount(io, erasure.former);
  let isWhole = true;
  for (const letter of await lettersTo(io.ledger, erasure.user)) isWhole = (await eraseLetter(io, letter)) && isWhole;
  await forgetReach(io, erasure);
  return isWhole;
};

/** Returns true if a reply is about a party, which every view names in one form. */
const isReplyAbout = (reply: string, party: PartyId): boolean => reply.includes(`"party":${JSON.stringify(party)}`);

/**
 * Returns a function that is true if a text mentions an erased person. The text of a reply also matches if it has their
 * id, or if it is about their party and has a part of their name, because the reply to a recorded contact repeats its
 * note.
 */
const speakingOf =
  (erasures: readonly Erasure[]): SpeaksOf =>
  (text, party) =>
    erasures.some(({ user, former: { person } }) => {
      if (party === undefined && text.includes(user.id)) return true;
      const isAboutTheirs = partiesOfUser(user).some((own) =>
        party === undefined ? isReplyAbout(text, own) : party === own,
      );
      return isAboutTheirs ? maySpeakOf(text, person) : namesPerson(text, person);
    });

/**
 * Ends the erasures in progress among these users. One read of the table finds mentions in stored replies and in notes
 * on contacts; then the data for finding them are deleted. Returns the number of ended erasures, and the users whose
 * erasure waits for the next sweep, because a letter to them is in transit.
 */
export const endErasures = async (
  io: ErasureIo,
  users: readonly UserId[],
  trying: (what: string, work: () => Promise<void>) => Promise<void>,
): Promise<{ readonly ended: number; readonly waiting: readonly UserId[] }> => {
  const whole: Erasure[] = [];
  const unfinished: UserId[] = [];
  for (const id of new Set(users))
    await trying(`erasure of ${id}`, async () => {
      const erasure = await erasureOf(io, id);
      if (erasure === undefined) return;
      if (await erasePersonalData(io, id)) whole.push(erasure);
      else unfinished.push(id);
    });
  let ended = 0;
  if (whole.length === 0) return { ended, waiting: unfinished };
  await trying("mentions of who is erased", async () => {
    await io.store.forgetMentions(speakingOf(whole));
    // Letters to others may name them, such as a letter that notifies the secretariat of a change of access.
    await io.ledger.forgetTexts((text) => whole.some(({ former }) => namesPerson(text, former.person)));
    for (const { user, former } of whole) {
      await io.store.endErasure(user.id, former);
      ended += 1;
    }
  });
  return { ended, waiting: unfinished };
};
