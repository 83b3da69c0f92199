import type { ReviewId, UserId } from "../../../schemas/base/ids.ts";
import type { Gender, Instant, Instrument } from "../../../schemas/base/values.ts";
import type { MandateRole } from "../../../schemas/model/review.ts";
import { dayOf } from "../../base/time.ts";
import type { ContentOf } from "../letter-kinds.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { linkedInList, marksOf, subjectLine } from "./frame-statement.ts";
import { isolateDirection, link, mailTo, type Markup, sentences } from "./html.ts";
import { invitationReference, rightOf, rolesAmong } from "./invitation.ts";
import { type Page, paragraph, table } from "./layout.ts";
import { gathered, type KindPage, skip, surroundingsOf } from "./letter-page.ts";
import type { LetterWriter, Values } from "./letter-writer.ts";
import { clustersPhrase, day, instrumentPhrases, mandatePhrase, phrase, representation } from "./phrases.ts";
import { heldMandates } from "./review-letter.ts";

/** A mandate that a further party nominated the person for. */
export interface FurtherMandate {
  readonly role: MandateRole;
  readonly review: ReviewId;
  readonly underReview: NamedParty;
  readonly since: Instant;
  /** The instruments of an expert who is named only for some. */
  readonly instruments?: readonly Instrument[] | undefined;
}

/** A further nomination, to a delegate of another party: the party, the role, the first day, and the rights. */
export interface FurtherNomination {
  readonly kind: "further-nomination";
  readonly user: UserId;
  readonly name: string;
  readonly gender?: Gender | undefined;
  readonly party: NamedParty;
  readonly mandates: readonly FurtherMandate[];
  readonly now: Instant;
  readonly frontEndUrl: string;
  readonly replyTo: string;
}

const servesAs = (
  writer: LetterWriter,
  { role, since, instruments }: FurtherMandate,
  gender: Gender | undefined,
): Markup => {
  const values = { mandate: mandatePhrase(role, gender), day: day(dayOf(since)) };
  return instruments === undefined
    ? writer.say("further-nomination.row", values)
    : writer.say("further-nomination.row-of-instruments", {
        ...values,
        instruments: instrumentPhrases(instruments),
      });
};

const rowsOf = (
  writer: LetterWriter,
  { mandates, gender }: FurtherNomination,
): readonly (readonly [Markup, Markup])[] =>
  writer
    .sorted(mandates, ({ underReview }) => underReview)
    .map((mandate) => [
      linkedInList(writer, { id: mandate.review, underReview: mandate.underReview }),
      servesAs(writer, mandate, gender),
    ]);

const footOf = (writer: LetterWriter, { party, replyTo }: FurtherNomination, named: Values): Page["foot"] => [
  sentences([
    writer.say("further-nomination.because", named),
    writer.say("further-nomination.mistake", { representation: representation(party), mail: mailTo(replyTo) }),
    writer.say("further-nomination.not-written"),
  ]),
  writer.say("further-nomination.replies"),
];

/** Returns the letter to the person. */
const furtherNomination = (letter: FurtherNomination, reference: string, writer: LetterWriter): Page => {
  const { name, gender, party, mandates, frontEndUrl, replyTo } = letter;
  const roles = rolesAmong(mandates);
  const reviews = mandates.map(({ review }) => review);
  const named = { party, mandates: roles.map((role) => mandatePhrase(role, gender)), count: new Set(reviews).size };
  const mail = mailTo(replyTo);
  return {
    lang: writer.language,
    dir: writer.direction,
    subject: subjectLine(
      writer,
      phrase("further-nomination.subject", { ...named, clusters: clustersPhrase(reviews) }),
      reference,
    ),
    preheader: writer.line("further-nomination.because", named),
    sender: writer.line("sender"),
    marks: marksOf(writer, letter, reference),
    blocks: [
      paragraph(writer.say("letter.salutation", { name: isolateDirection(name) })),
      paragraph(writer.say("further-nomination.opening", named)),
      table(writer, {
        caption: writer.line("further-nomination.caption", { party }),
        columns: [writer.line("further-nomination.review"), writer.line("further-nomination.serve-as")],
        rows: rowsOf(writer, letter),
      }),
      ...roles.map((role) => paragraph(writer.write(rightOf(role, party, gender)))),
      paragraph(writer.say("further-nomination.capacity", { party })),
      paragraph(writer.say("further-nomination.account", { link: link(frontEndUrl) })),
      paragraph(writer.say("further-nomination.questions", { mail, reference: isolateDirection(reference) })),
      paragraph(writer.say("letter.closing")),
      paragraph(writer.say("letter.signature")),
    ],
    foot: footOf(writer, letter, named),
  };
};

export const furtherNominationPage: KindPage<ContentOf<"further-nomination">, FurtherNomination> = {
  needs: {
    reviewsOf: ({ party }) => [party],
    parties: ({ user, party }, data) => [party, ...heldMandates(user, [party], data).map(({ review }) => review.party)],
  },
  gather: ({ user, party }, data) => {
    const held = heldMandates(user, [party], data);
    if (held.length === 0) return skip("replaced");
    return gathered(
      {
        kind: "further-nomination",
        user,
        name: data.name ?? "",
        gender: data.gender,
        party: data.named(party),
        mandates: held.map(({ review, mandate: { role, since, instruments } }) => ({
          role,
          review: review.id,
          underReview: data.named(review.party),
          since,
          instruments,
        })),
        ...surroundingsOf(data),
      },
      { names: held.map(({ review }) => review.id) },
    );
  },
  reference: ({ user }) => invitationReference(user),
  page: furtherNomination,
};
