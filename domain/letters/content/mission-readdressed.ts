import type { UserId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { UserRole } from "../../../schemas/model/user.ts";
import { clockTime, dayOf } from "../../base/time.ts";
import type { ContentOf } from "../letter-kinds.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { frameStatement } from "./frame-statement.ts";
import { isolateDirection, mailTo, type Markup, sentences } from "./html.ts";
import { heading, type Page, paragraph, steps } from "./layout.ts";
import type { Frame } from "./letter-frame.ts";
import { type AddressedData, gathered, type KindPage, surroundingsOf } from "./letter-page.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { day, missionKind, phrase, representation } from "./phrases.ts";

/** The author of the new address: the account and its purpose. */
interface AddressAuthor {
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

/** Returns the letter, as a note verbale. Throws if a value is missing. */
const missionReaddressed = (letter: MissionReaddressed, reference: string, writer: LetterWriter): Page => {
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

/** Returns the current status of the address that replaced another. */
const newAddressOf = ({ address, party, mission }: AddressedData): MissionReaddressed["newAddress"] => {
  if (party?.unconfirmedChange !== undefined) return "unconfirmed";
  return mission?.address === address ? "set-back" : "confirmed";
};

const roleOf = (role: UserRole | undefined): AddressAuthor["role"] => {
  if (role === "permanent-mission") return "mission";
  return role === "secretariat" ? role : "other";
};

export const missionReaddressedPage: KindPage<ContentOf<"mission-readdressed">, MissionReaddressed> = {
  needs: {
    party: ({ party }) => party,
    mission: ({ party }) => party,
    user: ({ by }) => by,
    parties: ({ party }) => [party],
  },
  gather: ({ party, by }, data) =>
    gathered({
      kind: "mission-readdressed",
      party: data.named(party),
      at: data.letter.plannedFor,
      by: by && { user: by, role: roleOf(data.user?.role) },
      newAddress: newAddressOf(data),
      ...surroundingsOf(data),
    }),
  /** RM/FR/address, the reference of every letter about the address of a mission. */
  reference: ({ party }) => `RM/${party.id}/address`,
  page: missionReaddressed,
};
