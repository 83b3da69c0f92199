import type { UserId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { clockTime, dayOf } from "../../base/time.ts";
import { keepOnOneLine, mailTo, type Markup, markup } from "./html.ts";
import { heading, type Page, paragraph, steps } from "./layout.ts";
import { type Frame, frameLetter } from "./salutation.ts";
import { day, type NamedParty, representation } from "./wording.ts";

/** Who set another address: by the account, and what that is for. */
export interface AddressAuthor {
  readonly user: UserId;
  readonly role: "secretariat" | "mission" | "other";
}

/** To the address of a mission that another took the place of. */
export interface MissionReaddressed extends Pick<Frame, "now" | "frontEndUrl" | "replyTo"> {
  readonly kind: "mission-readdressed";
  readonly party: NamedParty;
  readonly at: Instant;
  /** The operator where left out. */
  readonly by?: AddressAuthor | undefined;
  /** What became of the new address: not confirmed yet, confirmed, or given up for the one to which this goes. */
  readonly newAddress: "unconfirmed" | "confirmed" | "set-back";
}

const authorWords = ({ by, party }: MissionReaddressed): Markup => {
  if (by === undefined) return markup`the operator of the system`;
  const account = keepOnOneLine(by.user);
  switch (by.role) {
    case "secretariat":
      return markup`the secretariat (account ${account})`;
    case "mission":
      return markup`the account of the ${representation(party)} (${account})`;
    case "other":
      return markup`the account ${account}`;
  }
};

/** Where letters go by now. */
const whatHolds = ({ newAddress, party }: MissionReaddressed): Markup => {
  const mission = representation(party);
  switch (newAddress) {
    case "unconfirmed":
      return markup`The new address is not confirmed yet. Until it is, letters to the ${mission} are sent to both addresses. It is confirmed when the account of the mission signs in with the new address, or by a note verbale.`;
    case "confirmed":
      return markup`The new address has been confirmed since. Letters to the ${mission} are sent to that address.`;
    case "set-back":
      return markup`The address to which this letter is sent has been set again since. Letters to the ${mission} are sent to it, and no longer to the other.`;
  }
};

/** What is to be done by whoever wants the new address. */
const whereIntended = ({ newAddress, replyTo }: MissionReaddressed): Markup =>
  newAddress === "set-back"
    ? markup`Kindly set the new address once more, or ask the secretariat for it by note verbale to ${mailTo(replyTo)}.`
    : markup`Nothing more is needed than to sign in with the new address once, or to confirm it by note verbale to ${mailTo(replyTo)}.`;

/** What the secretariat can do where nobody wanted the new address. */
const whereUnintended = ({ newAddress }: MissionReaddressed): Markup =>
  newAddress === "set-back"
    ? markup`Kindly tell the secretariat by note verbale or by telephone, and not only by e-mail.`
    : markup`Kindly tell the secretariat by note verbale or by telephone, and not only by e-mail; it can set the former address again at once.`;

/** RM/FR/address: the same on every letter about the address of a mission. */
export const readdressedReference = ({ party }: Pick<MissionReaddressed, "party">): string => `RM/${party.id}/address`;

/** The letter in English, as a note verbale. Throws where a value is missing. */
export const missionReaddressed = (letter: MissionReaddressed, reference: string): Page => {
  const { party, at } = letter;
  const statement = {
    subject: "Another e-mail address was set for your permanent mission",
    that: markup`that on ${day(dayOf(at))}, at ${clockTime(at)} Vienna time, another e-mail address was recorded for it in place of the one to which this letter is sent. It was set by ${authorWords(letter)}.`,
    blocks: [
      paragraph(whatHolds(letter)),
      heading("If the change was intended"),
      paragraph(whereIntended(letter)),
      heading("If it was not intended"),
      steps([
        whereUnintended(letter),
        markup`Kindly have the accounts of the mission looked after: whoever set the address may be using one of them.`,
      ]),
    ],
    because: markup`this was the address of the ${representation(party)}`,
  };
  return frameLetter({ ...letter, reader: { kind: "mission", party } }, statement, reference);
};
