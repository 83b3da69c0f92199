import type { PaperStore } from "../../../lambdas/io/store/paper-pages.ts";
import { memoryImportPages } from "./import-pages.ts";
import { answer } from "./pages.ts";
import type { StoreRows } from "./rows.ts";

/** Returns the store's methods for the pages of status papers. */
const memoryPaperPages = ({
  paperPages,
  latestPapers,
}: Pick<StoreRows, "paperPages" | "latestPapers">): PaperStore => ({
  latestPaper: (asAt) => answer(() => latestPapers.get(asAt)),
  savePaper: ({ paper, format, language = "en", texts }, pages) =>
    answer(() => {
      for (const [place, page] of pages.entries())
        paperPages.set(`${paper}#${format}#${language}#${texts ?? ""}#${place + 1}`, page);
    }),
  paperPages: ({ paper, format, language = "en", texts }, count) =>
    answer(() => {
      const found = Array.from({ length: count }, (_, place) =>
        paperPages.get(`${paper}#${format}#${language}#${texts ?? ""}#${place + 1}`),
      );
      const whole = found.filter((page) => page !== undefined);
      return whole.length === count ? whole : undefined;
    }),
});

/** Returns the store's methods for all rows that are kept as pages of a subject. */
export const memoryPages = (rows: Pick<StoreRows, "importPages" | "paperPages" | "latestPapers">) => ({
  ...memoryImportPages(rows),
  ...memoryPaperPages(rows),
});
