import { paperPolicy } from "../../domain/reports/page-policy.ts";
import type { PaperFormat, StatusPaper } from "../../schemas/model/status-paper.ts";
import type { Store } from "../io/ports/store.ts";
import type { Answer } from "../shell/http/route.ts";
import { paperText } from "../use-cases/reports/paper-text.ts";

/** The content type of each format, with the end of a file's name. */
const formats: { readonly [F in PaperFormat]: { readonly type: string; readonly ending: string } } = {
  html: { type: "text/html; charset=utf-8", ending: "html" },
  docx: { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ending: "docx" },
  markdown: { type: "text/markdown; charset=utf-8", ending: "md" },
  json: { type: "application/json; charset=utf-8", ending: "json" },
};

/** What a paper says in a format, as an answer with its hash; undefined where it is not written in it yet. */
export const paperContent = async (
  store: Pick<Store, "paperPages">,
  paper: StatusPaper,
  format: PaperFormat,
): Promise<Answer<string> | undefined> => {
  const text = await paperText(store, paper, format);
  const hash = paper.documents.find((one) => one.format === format)?.hash;
  if (text === undefined || hash === undefined) return undefined;
  const { type, ending } = formats[format];
  const name = `status-paper-${paper.asAt}.${ending}`;
  return {
    reply: text,
    isBase64: format === "docx" ? true : undefined,
    headers: {
      "content-type": type,
      "content-disposition": `${format === "docx" ? "attachment" : "inline"}; filename="${name}"`,
      "repr-digest": `sha-256=:${Buffer.from(hash, "hex").toString("base64")}:`,
      ...(format === "html" ? { "content-security-policy": paperPolicy } : {}),
    },
  };
};
