import type { ImportStore } from "../../../lambdas/io/store/import-pages.ts";
import { answer } from "./pages.ts";
import type { StoreRows } from "./rows.ts";

/** Returns the store's methods for the pages of imports. */
export const memoryImportPages = ({ importPages }: Pick<StoreRows, "importPages">): ImportStore => ({
  saveImport: (id, pages) =>
    answer(() => {
      for (const [place, page] of pages.entries()) importPages.set(`${id}#${place + 1}`, page);
    }),
  importPages: (id, count) =>
    answer(() => {
      const found = Array.from({ length: count }, (_, place) => importPages.get(`${id}#${place + 1}`));
      const whole = found.filter((page) => page !== undefined);
      return whole.length === count ? whole : undefined;
    }),
  forgetImport: (id, count) =>
    answer(() => {
      for (let page = 1; page <= count; page++) importPages.delete(`${id}#${page}`);
    }),
});
