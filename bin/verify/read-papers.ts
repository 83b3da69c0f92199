import { createHash } from "node:crypto";
import { type Api, answerOf, itemsOf } from "../../client/client.ts";
import type { components } from "../../client/api-types.ts";
import { each } from "./read.ts";

type Schemas = components["schemas"];
export type PaperNumbers = Schemas["PaperData"];
export type ShownFigure = Schemas["PaperFigureView"];

/** The text of a paper in a format, and the digest that the reply gives for it. */
export interface PaperText {
  readonly format: Schemas["PaperFormat"];
  /** Of words. */
  readonly language?: Schemas["PaperDocument"]["language"];
  readonly bytes: Uint8Array;
  readonly digest: string | undefined;
}

/** A status paper as registered users read it, and in its public form if it is published. */
export interface PaperReading {
  readonly paper: Schemas["StatusPaper"];
  readonly texts: readonly PaperText[];
  readonly published?: {
    readonly paper: Schemas["PublishedPaper"];
    readonly texts: readonly PaperText[];
    readonly figures: readonly ShownFigure[];
  };
}

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The figures of a paper in their order. */
export const figures = [
  "missing-focal-points",
  "status",
  "consultations",
  "languages",
  "questionnaires",
  "feedback",
] as const;

const inLanguage = (language: PaperText["language"]) => (language === undefined ? {} : { language });

/** The name of a text among those of its paper: numbers have no language, and words that name none are English. */
export const nameOfText = ({
  format,
  language = "en",
}: {
  readonly format: string;
  readonly language?: string | undefined;
}): string => `${format} ${language}`;

/** The bytes of an answer with its digest. Throws where it is no success. */
const textOf = async (
  { format, language }: Pick<PaperText, "format" | "language">,
  reply: Promise<{ readonly data?: ArrayBuffer; readonly response: Response }>,
): Promise<PaperText> => {
  const { data, response } = await reply;
  if (data === undefined) throw new Error(`A paper as ${format} cannot be read: ${response.status}`);
  return {
    format,
    ...inLanguage(language),
    bytes: new Uint8Array(data),
    digest: response.headers.get("repr-digest") ?? undefined,
  };
};

const readPublished = async (publicApi: Api, paperId: string): Promise<NonNullable<PaperReading["published"]>> => {
  const path = { paperId };
  const { body: paper } = await answerOf(publicApi.GET("/v1/public/reports/status/{paperId}", { params: { path } }));
  const texts = await each(paper.documents, ({ format, language }) =>
    textOf(
      { format, ...inLanguage(language) },
      publicApi.GET("/v1/public/reports/status/{paperId}/content", {
        params: { path, query: { format, ...inLanguage(language) } },
        parseAs: "arrayBuffer",
      }),
    ),
  );
  const drawn = await each(figures, async (figure) => {
    const params = { path: { paperId, figure } };
    return (await answerOf(publicApi.GET("/v1/public/reports/status/{paperId}/figures/{figure}", { params }))).body;
  });
  return { paper, texts, figures: drawn };
};

/** Returns every status paper with its content; `publicApi` sends no token. */
export const readPapers = async (api: Api, publicApi: Api): Promise<readonly PaperReading[]> => {
  const papers = await itemsOf((query) => api.GET("/v1/reports/status", { params: { query } }));
  return each(papers, async (paper) => {
    const texts = await each(paper.documents, ({ format, language }) =>
      textOf(
        { format, ...inLanguage(language) },
        api.GET("/v1/reports/status/{paperId}/content", {
          params: { path: { paperId: paper.id }, query: { format, ...inLanguage(language) } },
          parseAs: "arrayBuffer",
        }),
      ),
    );
    const published = paper.state === "published" ? { published: await readPublished(publicApi, paper.id) } : {};
    return { paper, texts, ...published };
  });
};
