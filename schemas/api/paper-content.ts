import * as z from "zod";
import { Language } from "../base/values.ts";
import { PaperData } from "../model/paper-data.ts";
import { PaperFormat } from "../model/status-paper.ts";

/** Members shared by operations that return a paper in one format. */
export const paperContent = {
  query: z.strictObject({
    format: PaperFormat.default("html"),
    language: Language.optional().meta({ description: "That of `Accept-Language`, where it is left out" }),
  }),
  reply: () => Promise.resolve(z.string()),
  replyType: "text/html",
  otherReplyTypes: {
    "text/markdown": z.string(),
    "application/json": PaperData,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": z
      .string()
      .meta({ format: "binary", description: "The bytes of the file" }),
  },
} as const;
