import { defined } from "../../schemas/base/defined.ts";
import type { StatusPaperId, UserId } from "../../schemas/base/ids.ts";
import type { CalendarDate, Instant, Language } from "../../schemas/base/values.ts";
import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import { type KeptTexts, type PaperDocument, PaperFormat, type StatusPaper } from "../../schemas/model/status-paper.ts";
import { accept, type Decision, noChange, refuse } from "../base/decision.ts";
import { type Member, refuseSecondPerson } from "../parties/second-person.ts";

/** Which text of a paper it is: a format in a language; numbers have none. */
export interface PaperPart {
  readonly format: PaperFormat;
  readonly language?: Language | undefined;
}

/** Returns all parts of a paper: its numbers, and each format of words in each of its languages. */
export const partsOf = (paper: Pick<StatusPaper, "languages">): readonly PaperPart[] =>
  PaperFormat.options.flatMap((format): readonly PaperPart[] =>
    format === "json" ? [{ format }] : paper.languages.map((language) => ({ format, language })),
  );

const isPart = (one: PaperPart, other: PaperPart): boolean =>
  one.format === other.format && one.language === other.language;

/** Returns the written part of a paper; undefined where that part is not written. */
export const documentOf = (
  { documents }: Pick<StatusPaper, "documents">,
  part: PaperPart,
): StatusPaper["documents"][number] | undefined => documents.find((one) => isPart(one, part));

/** Returns whether every part of a paper is written. */
const isWhole = (paper: StatusPaper): boolean => partsOf(paper).every((part) => documentOf(paper, part) !== undefined);

const written = (paper: StatusPaper, fact: FactOf<"status-paper-written">): StatusPaper => {
  const { format, language, hash, bytes, pages } = fact;
  const said = language === undefined ? {} : { language };
  const after = { ...paper, documents: [...paper.documents, { format, ...said, hash, bytes, pages }] };
  return { ...after, state: isWhole(after) ? "ready" : "being-written" };
};

/**
 * Returns whether a person may add texts to a paper: it is written, and not published. A publication that was ordered
 * is ordered again.
 */
const mayBeCompleted = ({ state }: StatusPaper): boolean => state === "ready" || state === "awaiting-approval";

/** Applies a fact of its journal to a status paper. Throws on a fact of another aggregate or one that cannot follow. */
export const evolveStatusPaper = (before: StatusPaper | undefined, fact: Fact): StatusPaper => {
  const { happenedAt } = fact;
  if (fact.kind === "status-paper-ordered" && before === undefined) {
    const { paper: id, asAt, orderedBy, previous, languages, texts } = fact;
    const ordered = { id, asAt, orderedBy, orderedAt: happenedAt, languages, documents: [] };
    return {
      ...ordered,
      state: "being-written",
      ...defined({ previous, texts }),
    };
  }
  if (fact.kind === "status-paper-completed" && before !== undefined && mayBeCompleted(before)) {
    const { publicationOrder: _, ...rest } = before;
    const documents = before.documents.filter(({ format }) => format === "json");
    return { ...rest, state: "being-written", texts: fact.texts, documents };
  }
  if (fact.kind === "status-paper-written" && before?.state === "being-written") return written(before, fact);
  if (fact.kind === "status-paper-publication-ordered" && before?.state === "ready")
    return {
      ...before,
      state: "awaiting-approval",
      publicationOrder: { orderedBy: fact.orderedBy, orderedAt: happenedAt },
    };
  if (fact.kind === "status-paper-published" && before?.state === "awaiting-approval")
    return { ...before, state: "published", publishedAt: happenedAt };
  throw new Error(`A status paper that is ${before?.state ?? "not ordered"} cannot take in the fact ${fact.kind}`);
};

/** A status paper as it is ordered. */
export interface NewPaper {
  readonly id: StatusPaperId;
  readonly asAt: CalendarDate;
  readonly orderedBy: UserId;
  readonly previous?: StatusPaperId | undefined;
  readonly languages: readonly Language[];
  /** The texts that a person had added to the paper that this one computes again. */
  readonly texts?: KeptTexts | undefined;
}

/** Returns the fact that a status paper is to be written, as known now. */
export const paperOrdered = (
  { id, asAt, orderedBy, previous, languages, texts }: NewPaper,
  now: Instant,
): FactOf<"status-paper-ordered"> => ({
  kind: "status-paper-ordered",
  happenedAt: now,
  paper: id,
  asAt,
  orderedBy,
  ...defined({ previous }),
  languages: [...languages],
  ...defined({ texts }),
});

/**
 * Adds what a person wrote: every format of words is written again with it, from the same numbers, and a publication that was
 * ordered is ordered again. The same texts are no fact. Refuses a paper that is being written, and one that is published.
 */
export const completePaper = (paper: StatusPaper, texts: KeptTexts, now: Instant): Decision => {
  if (paper.texts?.hash === texts.hash) return noChange;
  if (paper.state === "published") return refuse("paper-frozen", { state: paper.state });
  if (!mayBeCompleted(paper)) return refuse("paper-not-ready", { state: paper.state });
  return accept([{ kind: "status-paper-completed", happenedAt: now, paper: paper.id, texts }]);
};

/**
 * Returns the facts that parts of a paper were written, with the texts that the paper has now; none for parts that were
 * written before, or with other texts.
 */
export const completeParts = (
  paper: StatusPaper,
  documents: readonly (PaperDocument & { readonly pages: number })[],
  now: Instant,
  texts?: KeptTexts,
): Decision => {
  if (paper.state !== "being-written" || paper.texts?.hash !== texts?.hash) return noChange;
  const missing = documents.filter((document) => documentOf(paper, document) === undefined);
  return accept(
    missing.map((document) => ({ kind: "status-paper-written", happenedAt: now, paper: paper.id, ...document })),
  );
};

/** Orders that a paper be published, which a second person has to approve. What was ordered or published is no change. */
export const orderPublication = ({ id, state }: StatusPaper, orderedBy: UserId, now: Instant): Decision => {
  if (state === "being-written") return refuse("paper-not-ready", { state });
  if (state !== "ready") return noChange;
  return accept([{ kind: "status-paper-publication-ordered", happenedAt: now, paper: id, orderedBy }]);
};

/** Publishes a paper: the approver is another person than the orderer. A published one stays as it is. */
export const approvePublication = (
  { id, state, documents, publicationOrder }: StatusPaper,
  { approver, orderer }: { readonly approver: Member; readonly orderer: Member },
  now: Instant,
): Decision => {
  if (state === "published") return noChange;
  if (state !== "awaiting-approval" || publicationOrder === undefined)
    return refuse(state === "being-written" ? "paper-not-ready" : "publication-not-ordered", { state });
  if (publicationOrder.orderedBy === approver.id) return refuse("second-person-needed");
  const refused = refuseSecondPerson(approver, orderer, now);
  if (refused !== undefined) return refused;
  return accept([
    {
      kind: "status-paper-published",
      happenedAt: now,
      paper: id,
      approvedBy: approver.id,
      documents: documents.map(({ pages: _, ...document }) => document),
    },
  ]);
};
