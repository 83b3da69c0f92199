import * as z from "zod";
import { StatusPaperId, UserId } from "../base/ids.ts";
import { PersonName } from "../base/names.ts";
import { CalendarDate, Instant } from "../base/values.ts";
import { withId } from "../base/with-id.ts";
import { AvailableAction, WorkView } from "./core.ts";
import { PaperTexts } from "../model/paper-texts.ts";
import { PaperDocument, PaperState } from "../model/status-paper.ts";

const PaperDocumentView = withId(
  "PaperDocument",
  z.strictObject({
    ...PaperDocument.shape,
    /** The path at which to read it. */
    path: z.string(),
  }),
);

const PublicationOrder = withId(
  "PublicationOrder",
  z.strictObject({ orderedBy: UserId, orderedByName: PersonName, orderedAt: Instant }),
);

/** A status paper with its progress in documents: formats, each in its languages. */
export const StatusPaperView = withId(
  "StatusPaper",
  z.strictObject({
    id: StatusPaperId,
    state: PaperState,
    asAt: CalendarDate,
    /** Records up to this instant count. */
    knownAt: Instant,
    orderedBy: UserId,
    orderedByName: PersonName,
    /** The last paper that was published by then, with which it compares. */
    previous: StatusPaperId.optional(),
    work: WorkView,
    documents: z.array(PaperDocumentView),
    /** The order of its publication, with its author and time. */
    publicationOrder: PublicationOrder.optional(),
    publishedAt: Instant.optional(),
    /** What a person added: in the reply of `getStatusPaper`, if something was added. */
    texts: PaperTexts.optional(),
    version: z.int().min(0),
  }),
);
export type StatusPaperView = z.infer<typeof StatusPaperView>;

export const StatusPaperPage = withId(
  "StatusPaperPage",
  z.strictObject({
    items: z.array(StatusPaperView),
    next: z.string().optional(),
    /** For a request with a day: the paper as at that day that has all data known now. */
    upToDate: StatusPaperId.optional(),
    /**
     * For a request of the secretariat with a day for which no paper has all data known now: the action that orders
     * one.
     */
    order: AvailableAction.optional(),
  }),
);

/** A published paper in its public form: its hashes are those of its publication, and it never changes. */
export const PublishedPaper = withId(
  "PublishedPaper",
  z.strictObject({
    id: StatusPaperId,
    asAt: CalendarDate,
    knownAt: Instant,
    publishedAt: Instant,
    documents: z.array(PaperDocumentView),
    /** Links to its figures as drawings; without `format` they give the numbers. */
    figures: z.array(z.string()),
  }),
);
export type PublishedPaper = z.infer<typeof PublishedPaper>;

export const PublishedPaperPage = withId(
  "PublishedPaperPage",
  z.strictObject({ items: z.array(PublishedPaper), next: z.string().optional() }),
);
