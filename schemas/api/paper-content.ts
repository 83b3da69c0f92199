import * as z from "zod";
import { PaperData } from "../model/paper-data.ts";

/** Members shared by operations that return a paper in one format. */
export const paperContent = {
  reply: () => Promise.resolve(z.string()),
  replyType: "text/html",
  negotiated: true,
  otherReplyTypes: {
    "text/markdown": z.string(),
    "application/json": PaperData,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": z
      .string()
      .meta({ format: "binary", description: "The bytes of the file" }),
  },
} as const;
