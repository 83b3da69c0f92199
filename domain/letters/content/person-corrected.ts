import type { UserId } from "../../../schemas/base/ids.ts";
import type { PersonDetail } from "../../../schemas/model/user.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { clockTime, dayOf } from "../../base/time.ts";
import { enumerate, isolateDirection, keepOnOneLine, link, mailTo, type Markup, markup } from "./html.ts";
import { invitationReference } from "./invitation.ts";
import { heading, type Page, paragraph, steps } from "./layout.ts";
import { day, mechanism, type NamedParty, representation } from "./wording.ts";

/** Who corrected it: by the account, and what that is for. */
export interface CorrectionAuthor {
  readonly user: UserId;
  readonly role: "self" | "mission" | "secretariat" | "other";
}

/** What was corrected of a person: to the address of now, or to the one that another took the place of. */
export interface PersonCorrected {
  readonly kind: "person-corrected";
  readonly user: UserId;
  readonly details: readonly PersonDetail[];
  readonly at: Instant;
  /** The operator where left out. */
  readonly by?: CorrectionAuthor | undefined;
  /** The party that a delegate, or a mission, acts for. */
  readonly party?: NamedParty | undefined;
  /** At an address that was given up somebody else may read, who is told no name. */
  readonly reader: { readonly at: "address"; readonly name: string } | { readonly at: "former-address" };
  readonly now: Instant;
  readonly frontEndUrl: string;
  readonly replyTo: string;
}

const detailWords: { readonly [D in PersonDetail]: string } = {
  name: "name",
  email: "e-mail address",
  title: "title",
  institution: "institution",
  phone: "telephone",
  language: "language of letters",
  gender: "gender, as it is counted",
  institutionKind: "kind of institution, as it is counted",
};

const authorWords = ({ by, party }: PersonCorrected): Markup => {
  if (by === undefined) return markup`by the operator of the system`;
  const account = keepOnOneLine(by.user);
  switch (by.role) {
    case "self":
      return markup`with your own account`;
    case "mission":
      return party === undefined
        ? markup`by the account ${account}`
        : markup`by the account of the ${representation(party)} (${account})`;
    case "secretariat":
      return markup`by the secretariat (account ${account})`;
    case "other":
      return markup`by the account ${account}`;
  }
};

/** Whom to ask where nobody wanted the change. */
const whomToTell = ({ party, replyTo }: PersonCorrected): Markup =>
  party === undefined
    ? markup`Kindly tell the secretariat at once, by telephone or at ${mailTo(replyTo)}.`
    : markup`Kindly tell the ${representation(party)} at once, or the secretariat by telephone or at ${mailTo(replyTo)}: each of them can set the former details again.`;

const whatHolds = (letter: PersonCorrected): Markup => {
  if (letter.reader.at === "former-address")
    return markup`From now on this address cannot be used to sign in, and no other letter is sent to it. What you were named for goes on as it was: nobody has taken your place.`;
  return letter.details.includes("email")
    ? markup`The account of your former address has ended, and an account with this address takes its place; a letter about your access tells how to sign in. What you were named for goes on as it was.`
    : markup`What you were named for goes on as it was. You can read your details, and correct them, in the system.`;
};

/** RM/access/u-…: the same as on every letter about this account. */
export const personCorrectedReference = ({ user }: Pick<PersonCorrected, "user">): string => invitationReference(user);

/** The letter in English. Throws where a value is missing. */
export const personCorrected = (letter: PersonCorrected, reference: string): Page => {
  const { reader, details, at, now, frontEndUrl, replyTo } = letter;
  const isFormer = reader.at === "former-address";
  const what = enumerate(details.map((detail) => markup`${detailWords[detail]}`));
  return {
    lang: "en",
    dir: "ltr",
    subject: `${isFormer ? "Another e-mail address was recorded for you" : "Your details were corrected"} [${reference}]`,
    sender: `Secretariat of the ${mechanism}`,
    marks: [
      ["Reference", isolateDirection(reference)],
      ["Date", day(dayOf(now))],
    ],
    blocks: [
      paragraph(isFormer ? markup`Dear user,` : markup`Dear ${isolateDirection(reader.name)},`),
      paragraph(
        markup`The secretariat of the ${mechanism} informs you that on ${day(dayOf(at))}, at ${clockTime(at)} Vienna time, what is recorded of you was corrected ${authorWords(letter)}: ${what}.`,
      ),
      paragraph(whatHolds(letter)),
      paragraph(markup`If you know of this, you need do nothing.`),
      heading("If you did not know of it"),
      steps([
        whomToTell(letter),
        markup`Do not answer anybody who asks for a password or a code: the secretariat never does so by letter.`,
      ]),
      paragraph(markup`The system is at ${link(frontEndUrl)}.`),
      paragraph(markup`Yours sincerely,`),
      paragraph(markup`The secretariat of the Mechanism`),
    ],
    foot: [
      isFormer
        ? markup`You receive this letter because this was the address of an account of the Mechanism.`
        : markup`You receive this letter because, according to the records of the secretariat, this is your address.`,
      markup`It was generated automatically; replies are read by the secretariat at ${mailTo(replyTo)}.`,
    ],
  };
};
