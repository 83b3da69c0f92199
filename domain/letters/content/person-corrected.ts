import type { UserId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { PersonDetail, UserRole } from "../../../schemas/model/user.ts";
import { clockTime, dayOf } from "../../base/time.ts";
import { isToFormerAddress } from "../letter-id.ts";
import type { ContentOf } from "../letter-kinds.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { pageOf } from "./frame-statement.ts";
import { isolateDirection, link, mailTo, type Markup } from "./html.ts";
import { invitationReference } from "./invitation.ts";
import { heading, type Page, paragraph, steps } from "./layout.ts";
import { gathered, type KindPage, type LetterData, surroundingsOf } from "./letter-page.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { day, phrase, representation } from "./phrases.ts";

/** The author of the correction: the account and its purpose. */
interface CorrectionAuthor {
  readonly user: UserId;
  readonly role: "self" | "mission" | "secretariat" | "other";
}

/** A correction of a person's details, to the present address or to the former one. */
export interface PersonCorrected {
  readonly kind: "person-corrected";
  readonly user: UserId;
  readonly details: readonly PersonDetail[];
  readonly at: Instant;
  /** The operator if left out. */
  readonly by?: CorrectionAuthor | undefined;
  /** The party that a delegate, or a mission, acts for. */
  readonly party?: NamedParty | undefined;
  /** Another person may read a former address, so that reader learns no name. */
  readonly reader: { readonly at: "address"; readonly name: string } | { readonly at: "former-address" };
  readonly now: Instant;
  readonly frontEndUrl: string;
  readonly replyTo: string;
}

/** Returns the sentence with the corrected details and the author. */
const openingOf = ({ at, by, details, party }: PersonCorrected, { say }: LetterWriter): Markup => {
  const values = {
    day: day(dayOf(at)),
    time: clockTime(at),
    details: details.map((detail) => phrase(`person-corrected.detail.${detail}`)),
  };
  if (by === undefined) return say("person-corrected.opening.operator", values);
  const code = isolateDirection(by.user);
  if (by.role !== "mission") return say(`person-corrected.opening.${by.role}`, { ...values, code });
  return party === undefined
    ? say("person-corrected.opening.other", { ...values, code })
    : say("person-corrected.opening.mission", { ...values, code, representation: representation(party) });
};

/** Returns the contact for a person who did not want the change. */
const correctionContact = ({ party, replyTo }: PersonCorrected, { say }: LetterWriter): Markup => {
  const mail = mailTo(replyTo);
  return party === undefined
    ? say("person-corrected.tell", { mail })
    : say("person-corrected.tell-mission", { representation: representation(party), mail });
};

const whatHolds = ({ reader, details }: PersonCorrected, { say }: LetterWriter): Markup => {
  if (reader.at === "former-address") return say("person-corrected.holds-former-address");
  return say(details.includes("email") ? "person-corrected.holds-new-address" : "person-corrected.holds");
};

/** Returns RM/access/u-…, the reference of every letter about this account. */
/** Returns the letter. Throws if a value is missing. */
const personCorrected = (letter: PersonCorrected, reference: string, writer: LetterWriter): Page => {
  const { reader, frontEndUrl, replyTo } = letter;
  const { say, line } = writer;
  const isFormer = reader.at === "former-address";
  return pageOf(writer, letter, reference, {
    subject: phrase(isFormer ? "person-corrected.subject-former" : "person-corrected.subject"),
    blocks: [
      paragraph(
        isFormer
          ? say("account.salutation-nameless")
          : say("letter.salutation", { name: isolateDirection(reader.name) }),
      ),
      paragraph(openingOf(letter, writer)),
      paragraph(whatHolds(letter, writer)),
      paragraph(say("person-corrected.known")),
      heading(line("person-corrected.not-known")),
      steps([correctionContact(letter, writer), say("person-corrected.no-password")]),
      paragraph(say("account.system", { link: link(frontEndUrl) })),
      paragraph(say("letter.closing")),
      paragraph(say("letter.signature")),
    ],
    foot: [
      say(isFormer ? "person-corrected.because-former" : "person-corrected.because"),
      say("foot.replies", { mail: mailTo(replyTo) }),
    ],
  });
};

const roles: { readonly [R in UserRole]?: CorrectionAuthor["role"] } = {
  "permanent-mission": "mission",
  secretariat: "secretariat",
};

const authorOf = (
  { user, by }: ContentOf<"person-corrected">,
  { user: author }: LetterData,
): CorrectionAuthor | undefined => {
  if (by === undefined) return undefined;
  return { user: by, role: by === user ? "self" : ((author && roles[author.role]) ?? "other") };
};

export const personCorrectedPage: KindPage<ContentOf<"person-corrected">, PersonCorrected> = {
  needs: {
    user: ({ user, by }) => (by === user ? undefined : by),
    parties: (_content, { letter: { party } }) => (party === undefined ? [] : [party]),
  },
  gather: (content, data) => {
    const { recipient, party, plannedFor } = data.letter;
    return gathered({
      kind: "person-corrected",
      user: content.user,
      details: content.details,
      at: plannedFor,
      by: authorOf(content, data),
      party: party && data.named(party),
      reader: isToFormerAddress(recipient) ? { at: "former-address" } : { at: "address", name: data.name ?? "" },
      ...surroundingsOf(data),
    });
  },
  reference: ({ user }) => invitationReference(user),
  page: personCorrected,
};
