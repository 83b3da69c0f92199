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

const setBy = ({ by, party }: MissionReaddressed, { say }: LetterWriter): Markup => {
  if (by === undefined) return say("mission-readdressed.set-by.operator");
  return say(`mission-readdressed.set-by.${by.role}`, {
    code: isolateDirection(by.user),
    representation: representation(party),
  });
};

/** What is to be done by whoever wants the new address. */
const whereIntended = ({ newAddress, replyTo }: MissionReaddressed, { say }: LetterWriter): Markup =>
  say(newAddress === "set-back" ? "mission-readdressed.set-once-more" : "mission-readdressed.confirm", {
    mail: mailTo(replyTo),
  });

/** What the secretariat can do where nobody wanted the new address. */
const whereUnintended = ({ newAddress }: MissionReaddressed, { say }: LetterWriter): Markup =>
  say(newAddress === "set-back" ? "mission-readdressed.tell" : "mission-readdressed.tell-to-set-back");

/** RM/FR/address: the same on every letter about the address of a mission. */
export const readdressedReference = ({ party }: Pick<MissionReaddressed, "party">): string => `RM/${party.id}/address`;

/** The letter, as a note verbale. Throws where a value is missing. */
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
