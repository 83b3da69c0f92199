import * as z from "zod";
import { BulletinText, FallbackOrder, TextsByLanguage } from "../../model/bulletin-text.ts";
import { endpoint, plain } from "../endpoint.ts";
import { Hash, TextId, UserId } from "../../base/ids.ts";
import { PersonName } from "../../base/names.ts";
import { PageQuery } from "../../base/paging.ts";
import { TextVersion } from "../../model/stored-text.ts";
import { Instant, Language, ShortText } from "../../base/values.ts";

const coreViews = () => import("../../views/core.ts");

const common = { ...plain, function: "secretariat-api", access: "token", tag: "Bulletins" } as const;
const ofOne = z.strictObject({ textId: TextId });

const describedFields = {
  id: TextId,
  version: TextVersion,
  /** Of subject and body. */
  hash: Hash,
  /** Absent of version 0, which comes with the system. */
  writtenBy: UserId.optional(),
  writtenByName: PersonName,
  writtenAt: Instant.optional(),
};

const StoredTextView = z
  .strictObject({
    ...describedFields,
    /** In the first language of the fallback that has one, else in English where there is one. */
    text: BulletinText,
    texts: TextsByLanguage,
    fallback: z.array(Language),
    latest: TextVersion,
  })
  .meta({ id: "StoredText" });
export type StoredTextView = z.infer<typeof StoredTextView>;

const StoredTextSummary = z
  .strictObject({ ...describedFields, subject: ShortText, languages: z.array(Language) })
  .meta({ id: "StoredTextSummary" });
export type StoredTextSummary = z.infer<typeof StoredTextSummary>;

const TextToStore = z
  .strictObject({
    subject: BulletinText.shape.subject.optional(),
    body: BulletinText.shape.body.optional(),
    texts: TextsByLanguage.optional(),
    fallback: FallbackOrder.optional(),
  })
  .refine(
    ({ subject, body, texts }) =>
      (subject === undefined) === (body === undefined) && (subject === undefined) !== (texts === undefined),
    {
      error: "needs either `subject` and `body`, or `texts`",
    },
  )
  .refine(({ texts, fallback }) => texts !== undefined || fallback === undefined, {
    error: "goes with `texts` only",
    path: ["fallback"],
  })
  .meta({ id: "TextToStore" });
export type TextToStore = z.infer<typeof TextToStore>;

export const ListTexts = endpoint({
  ...common,
  id: "listTexts",
  method: "GET",
  path: "/v1/texts",
  action: "texts.read",
  summary: "Stored texts, each in its latest version, by id",
  query: PageQuery,
  reply: async () => {
    const { pageOf } = await coreViews();
    return pageOf("StoredTextPage", StoredTextSummary);
  },
  refusals: ["not-yours"],
});

export const GetText = endpoint({
  ...common,
  id: "getText",
  method: "GET",
  path: "/v1/texts/{textId}",
  action: "texts.read",
  summary: "A stored text: the latest version, or the requested one",
  description:
    "The `ETag` is that of the latest version, whichever is read. Version 0 of `president-reminder`, the reminder that the President signs, comes with the system.",
  params: ofOne,
  query: z.strictObject({
    version: z.coerce
      .number("must be a whole number")
      .pipe(TextVersion)
      .meta({ override: { type: "integer", minimum: 0 } })
      .optional(),
  }),
  reply: () => Promise.resolve(StoredTextView),
  etag: true,
  refusals: ["not-yours", "not-found"],
});

export const PutText = endpoint({
  ...common,
  id: "putText",
  method: "PUT",
  path: "/v1/texts/{textId}",
  action: "text.write",
  summary: "Store a text, or its next version",
  description:
    'A new text is put under `If-Match: "v0"`. Earlier versions stay readable, and bulletins say which they took. An unchanged text is no new version. `texts` says it in several languages, and `fallback` which of them are tried, in their order, for recipients who read another; a subject with a body alone is English, and goes to all recipients.',
  params: ofOne,
  body: TextToStore,
  reply: () => Promise.resolve(StoredTextView),
  ifMatch: "own",
  etag: true,
  refusals: ["not-yours", "unusable-text", "conflict"],
});
