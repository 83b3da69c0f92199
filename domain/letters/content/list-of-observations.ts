import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { type Obligation, PublishedPart, type Review } from "../../../schemas/model/review.ts";
import type { ContentOf } from "../letter-kinds.ts";
import { aboutReview, becauseOfPart, dateNoticeOf, type Statement } from "./frame-statement.ts";
import { paragraph } from "./layout.ts";
import { type Gathered, gathered, type KindPage, skip } from "./letter-page.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { phrase, withClusters } from "./phrases.ts";
import { type About, obligationSeen, reviewPage, type ReviewSeen } from "./review-letter.ts";

export interface ListToAgree extends About {
  readonly kind: "list-to-agree";
  readonly version: number;
  readonly dueAt: Instant;
}

export interface ListPublished extends About {
  readonly kind: "list-published";
  /** True if the reader's party is the one under review, which may consent to more. */
  readonly isOwn: boolean;
  /** The parts that the party may still consent to publish. */
  readonly confidential: readonly PublishedPart[];
}

/** Returns the parts that the party under review may still consent to publish; none for the other parties. */
const openTo = ({ party, consents = [] }: Review, reader: PartyId): Pick<ListPublished, "isOwn" | "confidential"> => ({
  isOwn: reader === party,
  confidential: reader === party ? PublishedPart.options.filter((part) => !consents.includes(part)) : [],
});

const gatherListToAgree = (content: ContentOf<"list-to-agree">, seen: ReviewSeen): Gathered<ListToAgree> => {
  const { review, about } = seen;
  const pending = obligationSeen(seen, "agreement");
  if (pending === undefined || review.observations?.version !== content.version) return skip("replaced");
  if (pending.state !== "open") return skip("done");
  return gathered({ ...about, kind: "list-to-agree", version: content.version, dueAt: pending.dueAt });
};

const gatherListPublished = (_content: ContentOf<"list-published">, seen: ReviewSeen): Gathered<ListPublished> => {
  const { review, about } = seen;
  const { party } = about.reader;
  return gathered({ ...about, kind: "list-published", ...openTo(review, party.id) });
};

const listToAgree = (letter: ListToAgree, writer: LetterWriter): Statement => {
  const version = { version: letter.version };
  return {
    subject: withClusters(phrase("list-to-agree.subject", version), [letter.review.id]),
    that: writer.say("list-to-agree.that", { ...aboutReview(letter.review), ...version }),
    blocks: [
      paragraph(writer.say("list-to-agree.awaited", { party: letter.reader.party })),
      dateNoticeOf(writer, letter, letter.dueAt, {
        ahead: "list-to-agree.due",
        passed: ["list-to-agree.due-passed", "date.was-due-by"],
      }),
    ],
    because: becauseOfPart(letter),
  };
};

const listPublished = (letter: ListPublished, writer: LetterWriter): Statement => {
  const { review, isOwn, confidential } = letter;
  const about = aboutReview(review);
  return {
    subject: withClusters(phrase("list-published.subject"), [review.id]),
    that: writer.say("list-published.that", about),
    blocks: [
      paragraph(
        isOwn && confidential.length > 0
          ? writer.say("list-published.confidential", {
              ...about,
              count: confidential.length,
              parts: confidential.map((part) => phrase(`list-published.part.${part}`)),
            })
          : writer.say("list-published.thanks", { party: letter.reader.party }),
      ),
    ],
    because: becauseOfPart(letter),
  };
};

const isAgreement = (_content: unknown, { kind }: Obligation): boolean => kind === "agreement";

export const listToAgreePage: KindPage<ContentOf<"list-to-agree">, ListToAgree> = reviewPage(
  gatherListToAgree,
  listToAgree,
  { detail: ({ version }) => String(version), statesDateOf: isAgreement },
);

export const listPublishedPage: KindPage<ContentOf<"list-published">, ListPublished> = reviewPage(
  gatherListPublished,
  listPublished,
  { statesDateOf: isAgreement },
);
