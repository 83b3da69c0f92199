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
  /** Whether letters go to the former address as well, because the new one is not confirmed yet. */
  readonly isUnconfirmed: boolean;
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

/** RM/FR/address: the same on every letter about the address of a mission. */
export const readdressedReference = ({ party }: Pick<MissionReaddressed, "party">): string => `RM/${party.id}/address`;

/** The letter in English, as a note verbale. Throws where a value is missing. */
export const missionReaddressed = (letter: MissionReaddressed, reference: string): Page => {
  const { party, at, isUnconfirmed, replyTo } = letter;
  const statement = {
    subject: "Another e-mail address was set for your permanent mission",
    that: markup`that on ${day(dayOf(at))}, at ${clockTime(at)} Vienna time, another e-mail address was recorded for it in place of the one to which this letter is sent. It was set by ${authorWords(letter)}.`,
    blocks: [
      isUnconfirmed
        ? paragraph(
            markup`The new address is not confirmed yet. Until it is, letters to the ${representation(party)} are sent to both addresses. It is confirmed as soon as the account of the mission is used with the new address, or by a note verbale.`,
          )
        : paragraph(
            markup`The new address has been confirmed since. Letters to the ${representation(party)} are sent to that address.`,
          ),
      heading("If the change was intended"),
      paragraph(
        markup`Nothing more is needed than to sign in with the new address once, or to confirm it by note verbale to ${mailTo(replyTo)}.`,
      ),
      heading("If it was not intended"),
      steps([
        markup`Kindly tell the secretariat by note verbale or by telephone, and not only by e-mail; it can set the former address again at once.`,
        markup`Kindly have the accounts of the mission looked after: whoever set the address may be using one of them.`,
      ]),
    ],
    because: markup`this was the address of the ${representation(party)}`,
  };
  return frameLetter({ ...letter, reader: { kind: "mission", party } }, statement, reference);
};
