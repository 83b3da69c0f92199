import type { MandateId, PartyId, ReviewId } from "../../../schemas/base/ids.ts";
import type { Instant, Instrument } from "../../../schemas/base/values.ts";
import type { Review, SeatRole, Stage } from "../../../schemas/model/review.ts";
import { dayOf } from "../../base/time.ts";
import { outlasts } from "../../review/mandates.ts";
import { openObligations } from "../../review/obligations.ts";
import type { ContentOf } from "../letter-kinds.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { frameStatement, linkedInList, type Statement } from "./frame-statement.ts";
import { type Markup, sentences } from "./html.ts";
import { choices, heading, paragraph, table } from "./layout.ts";
import type { Frame } from "./letter-frame.ts";
import { type AddressedData, type Gathered, gathered, type KindPage, skip, surroundingsOf } from "./letter-page.ts";
import type { LetterWriter, Phrase } from "./letter-writer.ts";
import { accessReference, byName, type OpenObligation, openObligation } from "./mandate-wording.ts";
import { clusterNumberOf, codeOf, day, instrumentPhrases, phrase, withClusters } from "./phrases.ts";
import { partiesAbout, readerOf } from "./review-letter.ts";

/** A submission in a review, as a handover brief lists it. */
type DocumentListed =
  | { readonly kind: "answers" }
  | { readonly kind: "feedback" | "former-feedback"; readonly party: NamedParty }
  | { readonly kind: "list"; readonly version: number };

/** A review as a handover brief lists it. */
interface ReviewTakenOver {
  readonly id: ReviewId;
  readonly underReview: NamedParty;
  readonly role: SeatRole;
  readonly instruments: readonly Instrument[];
  readonly stage: Stage;
  readonly open: readonly OpenObligation[];
  /** The documents of the review that the reader may read. */
  readonly documents: readonly DocumentListed[];
}

/** A handover brief for a new focal point: open obligations, dates, documents. */
export interface Handover extends Frame {
  readonly kind: "handover";
  readonly mandate: MandateId;
  readonly from: Instant;
  readonly reviews: readonly ReviewTakenOver[];
}

const takenOver = (review: Review, party: PartyId, { named }: AddressedData): readonly ReviewTakenOver[] => {
  const seat = review.seats[party];
  if (seat === undefined) return [];
  const { role, instruments } = seat;
  const cleared = Object.values(review.seats).filter((one) => review.feedback?.[one.party] !== undefined);
  const { observations } = review;
  return [
    {
      id: review.id,
      underReview: named(review.party),
      role,
      instruments,
      stage: review.stage,
      open: openObligations(review)
        .filter((obligation) => obligation.party === party)
        .map(({ kind, dueAt }) => ({ kind, dueAt })),
      documents: [
        ...(review.answers === undefined ? [] : [{ kind: "answers" } as const]),
        ...cleared.map((one) => ({ kind: "feedback", party: named(one.party) }) as const),
        ...(review.formerFeedback ?? []).map((one) => ({ kind: "former-feedback", party: named(one.party) }) as const),
        ...(observations === undefined ? [] : [{ kind: "list", version: observations.version } as const]),
      ],
    },
  ];
};

const gatherHandover = ({ mandate: id, from }: ContentOf<"handover">, data: AddressedData): Gathered<Handover> => {
  const mandates = data.reviews.flatMap((review) => {
    const mandate = review.mandates[id];
    const isCurrent = from === undefined || mandate?.since === from;
    return mandate !== undefined && isCurrent && outlasts(mandate, data.now) ? [{ review, mandate }] : [];
  });
  const mandate = mandates[0]?.mandate;
  const reader = readerOf(data.letter.recipient, mandate, data);
  if (mandate === undefined || reader === undefined) return skip("replaced");
  const reviews = mandates.flatMap(({ review }) => takenOver(review, mandate.party, data));
  return gathered(
    { kind: "handover", reader, ...surroundingsOf(data), mandate: id, from: mandate.since, reviews },
    { names: reviews.map((review) => review.id) },
  );
};

/** Returns "c1-FR (cluster 1): ...", an item of a list of several reviews. */
const inReview = (writer: LetterWriter, id: ReviewId, item: Phrase): Markup =>
  writer.say("handover.in-review", { code: codeOf(id), cluster: clusterNumberOf(id), item });

const documentPhrase = (document: DocumentListed): Phrase => {
  switch (document.kind) {
    case "answers":
      return phrase("handover.document.answers");
    case "list":
      return phrase("handover.document.list", { version: document.version });
    default:
      return phrase(`handover.document.${document.kind}`, { party: document.party });
  }
};

/** Returns the party's open obligations in the reviews that a person takes over, and the documents in them. */
const briefLists = (letter: Handover, writer: LetterWriter): readonly Markup[] => {
  const { party } = letter.reader;
  const reviews = byName(writer, letter.reviews);
  const pending = reviews.flatMap(({ id, open }) =>
    open.map((obligation) => inReview(writer, id, openObligation(party, obligation, letter.now))),
  );
  const documents = reviews.flatMap((review) =>
    review.documents.map((document) => inReview(writer, review.id, documentPhrase(document))),
  );
  return [
    heading(writer.line("handover.open")),
    pending.length === 0
      ? paragraph(writer.say("handover.nothing-pending", { party, count: reviews.length }))
      : choices(pending),
    heading(writer.line("handover.documents")),
    documents.length === 0 ? paragraph(writer.say("handover.no-documents")) : choices(documents),
  ];
};

const reviewsTakenOver = (letter: Handover, writer: LetterWriter, when: "ahead" | "begun"): Markup =>
  table(writer, {
    caption: writer.line("handover.caption", { count: letter.reviews.length, when }),
    columns: [writer.line("handover.column-review"), writer.line("handover.column-part")],
    rows: byName(writer, letter.reviews).map((review) => [
      linkedInList(writer, review),
      writer.say("handover.part", {
        seat: phrase(`seat.${review.role}`),
        instruments: instrumentPhrases(review.instruments),
        stage: phrase(`stage.${review.stage}`),
      }),
    ]),
  });

const handover = (letter: Handover, writer: LetterWriter): Statement => {
  const { reader, now, from, reviews } = letter;
  const { party } = reader;
  const count = reviews.length;
  const when = from > now ? "ahead" : "begun";
  return {
    subject: withClusters(
      phrase("handover.subject"),
      reviews.map(({ id }) => id),
    ),
    that: sentences([
      writer.say("handover.that", { party, day: day(dayOf(from)), count }),
      ...(when === "ahead" ? [writer.say("handover.until-then", { count })] : []),
    ]),
    blocks: [
      reviewsTakenOver(letter, writer, when),
      ...briefLists(letter, writer),
      paragraph(sentences([writer.say("handover.read", { count }), writer.say("handover.history", { count, when })])),
    ],
    because: phrase("handover.because", { party }),
  };
};

export const handoverPage: KindPage<ContentOf<"handover">, Handover> = {
  needs: {
    reviewsOf: ({ party }) => [party],
    parties: ({ party }, data) => [...partiesAbout(data), party],
  },
  gather: gatherHandover,
  statesDateOf: (_content, { state }) => state === "open",
  reference: accessReference,
  page: (letter, quoted, writer) => frameStatement(writer, letter, handover(letter, writer), quoted),
};
