import type { UserId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { clockTime, dayOf } from "../../base/time.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { frameStatement } from "./frame-statement.ts";
import { isolateDirection, mailTo, type Markup, sentences } from "./html.ts";
import { heading, type Page, paragraph, steps } from "./layout.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { day, missionKind, phrase, representation } from "./phrases.ts";
import type { Frame } from "./letter-frame.ts";

/** The author of the new address: the account and its purpose. */
export interface AddressAuthor {
  readonly user: UserId;
  readonly role: "secretariat" | "mission" | "other";
}

/** A replaced address, to the former address of the mission. */
export interface MissionReaddressed extends Pick<Frame, "now" | "frontEndUrl" | "replyTo"> {
  readonly kind: "mission-readdressed";
  readonly party: NamedParty;
  readonly at: Instant;
  /** The operator if left out. */
  readonly by?: AddressAuthor | undefined;
  /** The state of the new address: not confirmed, confirmed, or set back to the address that gets this letter. */
  readonly newAddress: "unconfirmed" | "confirmed" | "set-back";
}

const setBy = ({ by, party }: MissionReaddressed, { say }: LetterWriter): Markup => {
  if (by === undefined) return say("mission-readdressed.set-by.operator");
  return say(`mission-readdressed.set-by.${by.role}`, {
    code: isolateDirection(by.user),
    representation: representation(party),
  });
};

/** Returns the action for a reader who wants the new address. */
const whereIntended = ({ newAddress, replyTo }: MissionReaddressed, { say }: LetterWriter): Markup =>
  say(newAddress === "set-back" ? "mission-readdressed.set-once-more" : "mission-readdressed.confirm", {
    mail: mailTo(replyTo),
  });

/** Returns the action of the secretariat for an unwanted new address. */
const whereUnintended = ({ newAddress }: MissionReaddressed, { say }: LetterWriter): Markup =>
  say(newAddress === "set-back" ? "mission-readdressed.tell" : "mission-readdressed.tell-to-set-back");

/** Returns RM/FR/address, the reference of every letter about the address of a mission. */
export const readdressedReference = ({ party }: Pick<MissionReaddressed, "party">): string => `RM/${party.id}/address`;

/** Returns the letter, as a note verbale. Throws if a value is missing. */
export const missionReaddressed = (letter: MissionReaddressed, reference: string, writer: LetterWriter): Page => {
  const { party, at, newAddress } = letter;
  const { say, line } = writer;
  const statement = {
    subject: phrase("mission-readdressed.subject", { kind: missionKind(party) }),
    that: sentences([
      say("mission-readdressed.that", { day: day(dayOf(at)), time: clockTime(at) }),
      setBy(letter, writer),
    ]),
    blocks: [
      paragraph(say(`mission-readdressed.${newAddress}`, { representation: representation(party) })),
      heading(line("mission-readdressed.intended")),
      paragraph(whereIntended(letter, writer)),
      heading(line("mission-readdressed.not-intended")),
      steps([whereUnintended(letter, writer), say("mission-readdressed.accounts")]),
    ],
    because: phrase("mission-readdressed.because", { representation: representation(party) }),
  };
  return frameStatement(writer, { ...letter, reader: { kind: "mission", party } }, statement, reference);
};
