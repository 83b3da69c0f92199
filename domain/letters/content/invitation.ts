import type { ReviewId, UserId } from "../../../schemas/base/ids.ts";
import type { Gender, Instant } from "../../../schemas/base/values.ts";
import type { SkipReason } from "../../../schemas/model/letter.ts";
import type { MandateRole } from "../../../schemas/model/review.ts";
import type { UserRole } from "../../../schemas/model/user.ts";
import { partiesOfUser } from "../../parties/users.ts";
import type { ContentOf } from "../letter-kinds.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { linkedInList, pageOf } from "./frame-statement.ts";
import { isolateDirection, link, mailTo, type Markup, sentences } from "./html.ts";
import { heading, type Page, paragraph, steps, table } from "./layout.ts";
import { gathered, type KindPage, type LetterData, skip, surroundingsOf } from "./letter-page.ts";
import type { LetterWriter, Phrase } from "./letter-writer.ts";
import { mandatePhrase, missionKind, phrase, representation, withClusters } from "./phrases.ts";
import { heldMandates } from "./review-letter.ts";

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
  readonly person: { readonly name: string; readonly email: string; readonly gender?: Gender | undefined };
  /** None, or all that a delegate holds. */
  readonly mandates: readonly MandateHeld[];
  readonly now: Instant;
  readonly frontEndUrl: string;
  readonly replyTo: string;
}

const roleOrder: readonly MandateRole[] = ["focal-point", "expert", "observer"];

/** Returns the roles of mandates, each once, the one with most rights first. */
export const rolesAmong = (mandates: readonly Pick<MandateHeld, "role">[]): readonly MandateRole[] =>
  roleOrder.filter((role) => mandates.some((mandate) => mandate.role === role));

/** Returns the right that a role gives a person for a party. */
export const rightOf = (role: MandateRole, party: NamedParty, gender: Gender | undefined): Phrase =>
  phrase(`mandate-right.${role}`, { party, mandate: mandatePhrase(role, gender) });

const partyOf = ({ party }: Invitation): NamedParty => {
  if (party === undefined) throw new TypeError("An invitation lacks its party");
  return party;
};

/** The right that the account gives, the reason for opening it, and the line with the reason for the letter. */
interface Grounds {
  readonly subject: Phrase;
  readonly opening: Phrase;
  readonly rights: readonly Phrase[];
  readonly because: Phrase;
}

const groundsOfDelegate = (invitation: Invitation): Grounds => {
  const party = partyOf(invitation);
  const roles = rolesAmong(invitation.mandates);
  if (roles.length === 0)
    return {
      subject: phrase("invitation.access"),
      opening: phrase("invitation.opening.representative", { party }),
      rights: [],
      because: phrase("invitation.because.representative", { party }),
    };
  const reviews = invitation.mandates.map(({ review }) => review);
  const { gender } = invitation.person;
  const mandates = roles.map((role) => mandatePhrase(role, gender));
  return {
    subject: phrase("invitation.subject.delegate", {
      access: withClusters(phrase("invitation.access"), reviews),
      mandates,
    }),
    opening: phrase("invitation.opening.delegate", { party, mandates, count: new Set(reviews).size }),
    rights: roles.map((role) => rightOf(role, party, gender)),
    because: phrase("invitation.because.delegate", { party, mandates }),
  };
};

const groundsFor: { readonly [R in UserRole]: (invitation: Invitation) => Grounds } = {
  delegate: groundsOfDelegate,
  "permanent-mission": (invitation) => {
    const party = partyOf(invitation);
    const mission = { representation: representation(party) };
    return {
      subject: phrase("invitation.subject.permanent-mission", { kind: missionKind(party) }),
      opening: phrase("invitation.opening.permanent-mission", mission),
      rights: [phrase("invitation.right.permanent-mission", { party })],
      because: phrase("invitation.because.permanent-mission", mission),
    };
  },
  secretariat: () => ({
    subject: phrase("invitation.subject.secretariat"),
    opening: phrase("invitation.opening.secretariat"),
    rights: [phrase("invitation.right.secretariat")],
    because: phrase("invitation.because.secretariat"),
  }),
  president: () => ({
    subject: phrase("invitation.subject.president"),
    opening: phrase("invitation.opening.president"),
    rights: [phrase("invitation.right.president")],
    because: phrase("invitation.because.president"),
  }),
};

/** Returns one row per review, in the order of the names of the parties under review. */
const rowsOf = (
  { mandates, person: { gender } }: Invitation,
  writer: LetterWriter,
): readonly (readonly [review: Markup, roles: Markup])[] => {
  const reviews = [...Map.groupBy(mandates, ({ review }) => review)].flatMap(([id, held]) => {
    const [first] = held;
    return first === undefined ? [] : [{ id, underReview: first.underReview, roles: rolesAmong(held) }];
  });
  return writer
    .sorted(reviews, ({ underReview }) => underReview)
    .map((review) => [
      linkedInList(writer, review),
      writer.write(
        review.roles.map((role) => mandatePhrase(role, gender)),
        "start",
      ),
    ]);
};

/** Returns the steps of the first sign-in. */
const signIn = ({ person, frontEndUrl }: Invitation, { say, line }: LetterWriter): readonly Markup[] => [
  heading(line("invitation.sign-in")),
  steps([
    say("invitation.step.open", { link: link(frontEndUrl) }),
    say("invitation.step.forgot", { address: isolateDirection(person.email) }),
    say("invitation.step.code"),
  ]),
  paragraph(say("invitation.no-secret")),
];

/** Returns RM/access/u-…, the reference of every letter about this account. */
export const invitationReference = (user: UserId): string => `RM/access/${user}`;

/** Returns the invitation. Throws if a value is missing. */
const invitation = (letter: Invitation, reference: string, writer: LetterWriter): Page => {
  const { person, mandates, replyTo } = letter;
  const { subject, opening, rights, because } = groundsFor[letter.role](letter);
  const { say, line, write } = writer;
  const mail = mailTo(replyTo);
  return pageOf(writer, letter, reference, {
    subject,
    blocks: [
      paragraph(say("letter.salutation", { name: isolateDirection(person.name) })),
      paragraph(write(opening)),
      ...(mandates.length === 0
        ? []
        : [
            table(writer, {
              caption: line("invitation.caption"),
              columns: [line("invitation.column-review"), line("invitation.column-role")],
              rows: rowsOf(letter, writer),
            }),
          ]),
      ...rights.map((right) => paragraph(write(right))),
      ...signIn(letter, writer),
      paragraph(say("invitation.questions", { mail, reference: isolateDirection(reference) })),
      paragraph(say("letter.closing")),
      paragraph(say("letter.signature")),
    ],
    foot: [sentences([write(because), say("invitation.mistake", { mail })]), say("invitation.generated")],
  });
};

/** Returns the mandates that an invitation states, and the one party that it is about: one that the person serves. */
const invitedTo = ({ user: id }: ContentOf<"invitation">, data: LetterData) => {
  const { user } = data;
  const registeredFor = user === undefined ? [] : partiesOfUser(user);
  const everyHeld = heldMandates(id, registeredFor, data);
  const party = registeredFor.find((one) => everyHeld.some(({ mandate }) => mandate.party === one)) ?? user?.party;
  return { party, held: everyHeld.filter(({ mandate }) => mandate.party === party) };
};

const whyNotInvited = (
  { user: id }: ContentOf<"invitation">,
  { user, persons }: LetterData,
): SkipReason | undefined => {
  if (user === undefined || !persons.has(id)) return "no-address";
  return user.firstSeenAt === undefined ? undefined : "done";
};

export const invitationPage: KindPage<ContentOf<"invitation">, Invitation> = {
  needs: {
    user: ({ user }) => user,
    persons: ({ user }) => [user],
    reviewsOf: (content, data) =>
      data.user === undefined || whyNotInvited(content, data) !== undefined ? [] : partiesOfUser(data.user),
    parties: (content, data) => {
      const { party, held } = invitedTo(content, data);
      return [...(party === undefined ? [] : [party]), ...held.map(({ review }) => review.party)];
    },
  },
  whyObsolete: whyNotInvited,
  gather: (content, data) => {
    const { user, persons, named } = data;
    const person = persons.get(content.user);
    if (user === undefined || person === undefined) return skip("no-address");
    const { party, held } = invitedTo(content, data);
    return gathered(
      {
        kind: "invitation",
        user: content.user,
        role: user.role,
        ...(party === undefined ? {} : { party: named(party) }),
        person: { name: person.name, email: person.email, gender: user.gender },
        mandates: held.map(({ review, mandate }) => ({
          role: mandate.role,
          review: review.id,
          underReview: named(review.party),
        })),
        ...surroundingsOf(data),
      },
      { names: held.map(({ review }) => review.id) },
    );
  },
  reference: ({ user }) => invitationReference(user),
  page: invitation,
};
