import type { ReviewId, UserId } from "../../../schemas/base/ids.ts";
import type { MandateRole } from "../../../schemas/model/review.ts";
import type { UserRole } from "../../../schemas/model/user.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { dayOf } from "../../base/time.ts";
import { day, inSentence, mandateWords, mechanism, type NamedParty, representation, withClusters } from "./wording.ts";
import { isolateDirection, link, mailTo, type Markup, markup } from "./html.ts";
import { heading, type Page, paragraph, steps, table } from "./layout.ts";
import { reviewInCluster } from "./salutation.ts";

/** A mandate that the invited person holds when the letter is composed. */
export interface MandateHeld {
  readonly role: MandateRole;
  readonly review: ReviewId;
  readonly underReview: NamedParty;
}

/** An invitation to use an account. It holds no secret, and no link or code that could expire or be used up. */
export interface Invitation {
  readonly kind: "invitation";
  readonly user: UserId;
  readonly role: UserRole;
  /** The party that the person acts for; for a permanent mission and a delegate. */
  readonly party?: NamedParty | undefined;
  readonly person: { readonly name: string; readonly email: string };
  /** None, or all that a delegate holds. */
  readonly mandates: readonly MandateHeld[];
  readonly now: Instant;
  readonly frontEndUrl: string;
  readonly replyTo: string;
}

const roleOrder: readonly MandateRole[] = ["focal-point", "expert", "observer"];

/** The roles of mandates, each once, the one with most rights first. */
export const rolesAmong = (mandates: readonly Pick<MandateHeld, "role">[]): readonly MandateRole[] =>
  roleOrder.filter((role) => mandates.some((mandate) => mandate.role === role));

/** What somebody may do for a party in each role. */
export const mandateRights: { readonly [R in MandateRole]: (party: Markup) => Markup } = {
  "focal-point": (party) =>
    markup`As focal point you coordinate the participation of ${party} and clear what it submits.`,
  expert: (party) =>
    markup`As governmental expert you contribute to the answers, the written feedback and the observations of ${party}, which its focal point clears.`,
  observer: () =>
    markup`As observer you may read what is shared with your party in the review, without adding or changing anything.`,
};

const partyOf = ({ party }: Invitation): NamedParty => {
  if (party === undefined) throw new TypeError("An invitation lacks its party");
  return party;
};

/** Why the account was opened, as what the person may use it, and the line that says why the letter came. */
interface Grounds {
  readonly subject: string;
  readonly opening: Markup;
  readonly rights: readonly Markup[];
  readonly because: Markup;
}

const access = "Your access to the Review Mechanism";

const groundsFor: { readonly [R in UserRole]: (invitation: Invitation) => Grounds } = {
  delegate: (invitation) => {
    const party = partyOf(invitation);
    const name = inSentence(party);
    const roles = rolesAmong(invitation.mandates);
    if (roles.length === 0)
      return {
        subject: access,
        opening: markup`has the honour to inform you that an account has been opened for you as a representative of ${name} in the Mechanism.`,
        rights: [],
        because: markup`an account was registered for you on behalf of ${name}`,
      };
    const reviews = invitation.mandates.map(({ review }) => review);
    const several = new Set(reviews).size > 1;
    const named = roles.map((role) => mandateWords[role]).join(" and ");
    return {
      subject: `${withClusters(access, reviews)} as ${named}`,
      opening: markup`has the honour to inform you that ${name} has named you ${named} for ${several ? "the country reviews" : "the country review"} listed below, and that an account has been opened for you.`,
      rights: roles.map((role) => mandateRights[role](name)),
      because: markup`${name} named you ${named} and gave this address`,
    };
  },
  "permanent-mission": (invitation) => {
    const mission = representation(partyOf(invitation));
    return {
      subject: `${access} for your permanent mission`,
      opening: markup`has the honour to inform you that an account has been opened for you to act for the ${mission} in the Mechanism.`,
      rights: [
        markup`With it you may nominate focal points, governmental experts and observers, and follow the nominations, due dates, letters and reviews of ${inSentence(partyOf(invitation))}.`,
      ],
      because: markup`an account was registered for you on behalf of the ${mission}`,
    };
  },
  secretariat: () => ({
    subject: `${access} as a member of the secretariat`,
    opening: markup`informs you that an account has been opened for you as a member of the secretariat of the Mechanism.`,
    rights: [
      markup`With it you may keep the records of the Mechanism. Every change is written to its journal under your name.`,
    ],
    because: markup`an account was registered for you as a member of the secretariat`,
  }),
  president: () => ({
    subject: `${access} as President of the Conference`,
    opening: markup`has the honour to inform you that an account has been opened for you as President of the Conference of the Parties.`,
    rights: [
      markup`With it you may see the figures of the Mechanism and the list of the nominations that are still awaited.`,
    ],
    because: markup`an account was registered for the President of the Conference of the Parties`,
  }),
};

/** One row per review, in the order of the names of the parties under review. */
const rowsOf = (mandates: readonly MandateHeld[]): readonly (readonly [Markup, Markup])[] => {
  const byReview = Map.groupBy(mandates, ({ review }) => review);
  return [...byReview.values()]
    .flatMap((held) => {
      const [first] = held;
      return first === undefined ? [] : [{ first, roles: rolesAmong(held) }];
    })
    .toSorted((a, b) => a.first.underReview.name.localeCompare(b.first.underReview.name, "en"))
    .map(({ first, roles }) => [
      reviewInCluster({ id: first.review, underReview: first.underReview }),
      markup`${capitalizeText(roles.map((role) => mandateWords[role]).join(" and "))}`,
    ]);
};

const capitalizeText = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** RM/access/u-…: the same on every letter about this account. */
export const invitationReference = (user: UserId): string => `RM/access/${user}`;

/** The invitation in English. Throws where a value is missing. */
export const invitation = (letter: Invitation, reference: string): Page => {
  const { person, mandates, now, frontEndUrl, replyTo } = letter;
  const grounds = groundsFor[letter.role](letter);
  const address = isolateDirection(person.email);
  return {
    lang: "en",
    dir: "ltr",
    subject: `${grounds.subject} [${reference}]`,
    sender: `Secretariat of the ${mechanism}`,
    marks: [
      ["Reference", isolateDirection(reference)],
      ["Date", day(dayOf(now))],
    ],
    blocks: [
      paragraph(markup`Dear ${isolateDirection(person.name)},`),
      paragraph(markup`The secretariat of the ${mechanism} ${grounds.opening}`),
      ...(mandates.length === 0
        ? []
        : [
            table({
              caption: "Your part in the country reviews",
              heads: ["Country review", "You serve as"],
              rows: rowsOf(mandates),
            }),
          ]),
      ...grounds.rights.map(paragraph),
      heading("How to sign in for the first time"),
      steps([
        markup`Open ${link(frontEndUrl)} and choose “Sign in”.`,
        markup`On the sign-in page choose “Forgot password” and enter your e-mail address, ${address}.`,
        markup`A code is sent to that address. Enter it together with a password of your choice.`,
      ]),
      paragraph(
        markup`This letter contains no password and no personal link, and nothing in it expires: you may take these steps whenever it is convenient, and repeat them should you forget the password. The secretariat never asks for a password.`,
      ),
      paragraph(
        markup`For any question, kindly write to ${mailTo(replyTo)}, quoting the reference ${isolateDirection(reference)}.`,
      ),
      paragraph(markup`Yours sincerely,`),
      paragraph(markup`The secretariat of the Mechanism`),
    ],
    foot: [
      markup`You receive this letter because ${grounds.because}. If you believe that this is a mistake, kindly tell the secretariat at ${mailTo(replyTo)}.`,
      markup`It was generated automatically; replies are read by the secretariat.`,
    ],
  };
};
