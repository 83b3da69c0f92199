import * as z from "zod";
import { StatusPaperId, UserId } from "../base/ids.ts";
import { PersonName } from "../base/names.ts";
import { CalendarDate, Instant } from "../base/values.ts";
import { withId } from "../base/with-id.ts";
import { AvailableAction } from "./core.ts";
import { PaperDocument, PaperState } from "../model/status-paper.ts";

const PaperDocumentView = withId(
  "PaperDocument",
  z.strictObject({
    ...PaperDocument.shape,
    /** Where to read it. */
    path: z.string(),
  }),
);

const PublicationOrder = withId(
  "PublicationOrder",
  z.strictObject({ orderedBy: UserId, orderedByName: PersonName, orderedAt: Instant }),
);

/** A status paper with how far it is. */
export const StatusPaperView = withId(
  "StatusPaper",
  z.strictObject({
    id: StatusPaperId,
    state: PaperState,
    asAt: CalendarDate,
    /** What was recorded up to this instant counts. */
    knownAt: Instant,
    orderedBy: UserId,
    orderedByName: PersonName,
    /** The last paper that was published by then, with which it compares. */
    previous: StatusPaperId.optional(),
    /** Of how many formats in all, how many are written. */
    done: z.int().min(0),
    total: z.int().min(0),
    documents: z.array(PaperDocumentView),
    /** That its publication was ordered, by whom and when. */
    publicationOrder: PublicationOrder.optional(),
    publishedAt: Instant.optional(),
    version: z.int().min(0),
  }),
);
export type StatusPaperView = z.infer<typeof StatusPaperView>;

export const StatusPaperPage = withId(
  "StatusPaperPage",
  z.strictObject({
    items: z.array(StatusPaperView),
    next: z.string().optional(),
    /** Where a day was asked for: the paper as at it that has all that is known now. */
    upToDate: StatusPaperId.optional(),
    /** Where the secretariat asked for a day, and no paper as at it has all that is known now: how to order one. */
    order: AvailableAction.optional(),
  }),
);

/** A published paper, as everybody may read it: its hashes are those of its publication, and it never changes. */
export const PublishedPaper = withId(
  "PublishedPaper",
  z.strictObject({
    id: StatusPaperId,
    asAt: CalendarDate,
    knownAt: Instant,
    publishedAt: Instant,
    documents: z.array(PaperDocumentView),
    /** Where its figures are, as drawings; what they show is at the same paths with `/data`. */
    figures: z.array(z.string()),
  }),
);
export type PublishedPaper = z.infer<typeof PublishedPaper>;

export const PublishedPaperPage = withId(
  "PublishedPaperPage",
  z.strictObject({ items: z.array(PublishedPaper), next: z.string().optional() }),
);
