import { defined } from "../../schemas/base/defined.ts";
import { paperPolicy } from "../../domain/reports/page-policy.ts";
import { documentOf, type PaperPart } from "../../domain/papers/status-papers.ts";
import type { Language } from "../../schemas/base/values.ts";
import { PaperFormat, type StatusPaper } from "../../schemas/model/status-paper.ts";
import type { Store } from "../io/ports/store.ts";
import type { Representation } from "../shell/http/representation.ts";
import type { Answer } from "../shell/http/answer.ts";
import { paperText } from "../use-cases/reports/paper-text.ts";

/** The content type of each format, with the end of a file's name. */
const formats: { readonly [F in PaperFormat]: { readonly type: string; readonly ending: string } } = {
  html: { type: "text/html; charset=utf-8", ending: "html" },
  docx: { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ending: "docx" },
  markdown: { type: "text/markdown; charset=utf-8", ending: "md" },
  json: { type: "application/json", ending: "json" },
};

/** Returns the part of a paper to read: in English if it is not written in the requested language. */
const partFor = (paper: StatusPaper, { format, language }: PaperPartRequest): PaperPart => {
  if (format === "json") return { format };
  return { format, language: paper.languages.includes(language) ? language : "en" };
};

interface PaperPartRequest {
  readonly format: PaperFormat;
  readonly language: Language;
}

/**
 * Returns the content of a paper in a format as a reply with its hash and language, or undefined if it is not yet
 * written.
 */
export const paperContent = async (
  store: Pick<Store, "paperPages">,
  paper: StatusPaper,
  { format: asked, language: preferred }: Representation,
): Promise<Answer<string> | undefined> => {
  const part = partFor(paper, { format: PaperFormat.parse(asked), language: preferred });
  const { format, language } = part;
  const text = await paperText(store, paper, part);
  const hash = documentOf(paper, part)?.hash;
  if (text === undefined || hash === undefined) return undefined;
  const { type, ending } = formats[format];
  const name = `status-paper-${paper.asAt}${language === undefined ? "" : `.${language}`}.${ending}`;
  return {
    reply: text,
    isBase64: format === "docx" ? true : undefined,
    headers: {
      "content-type": type,
      ...defined({ "content-language": language }),
      "content-disposition": `${format === "docx" ? "attachment" : "inline"}; filename="${name}"`,
      "repr-digest": `sha-256=:${Buffer.from(hash, "hex").toString("base64")}:`,
      ...(format === "html" ? { "content-security-policy": paperPolicy } : {}),
    },
  };
};
