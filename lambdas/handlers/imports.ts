import { refuse } from "../../domain/base/decision.ts";
import type { ImportTexts, ImportWording } from "../../domain/imports/messages.ts";
import { importView } from "../../domain/views/imports.ts";
import * as api from "../../schemas/api/endpoints/imports.ts";
import type { Language } from "../../schemas/base/values.ts";
import type { Import } from "../../schemas/model/import.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { ImportCheckedGiven, ImportView } from "../../schemas/views/import.ts";
import type { Store } from "../io/ports/store.ts";
import { loadWords, problemTexts, type WordFiles } from "../io/words.ts";
import { executeCommand } from "../commands/execute-command.ts";
import type { Answer } from "../shell/http/answer.ts";
import { ProblemError } from "../shell/http/problem.ts";
import { issueTexts } from "../shell/http/refusal-words.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";

const reviewsOf = async (store: Pick<Store, "loadMany">, { reviews }: Import): Promise<readonly Review[]> =>
  (await store.loadMany("review", reviews)).map(({ state }) => state);

/** Messages about rows of an import. */
const importTexts: WordFiles<ImportTexts> = {
  ar: () => import("../../domain/labels/imports.ar.json", { with: { type: "json" } }),
  en: () => import("../../domain/labels/imports.en.json", { with: { type: "json" } }),
  es: () => import("../../domain/labels/imports.es.json", { with: { type: "json" } }),
  fr: () => import("../../domain/labels/imports.fr.json", { with: { type: "json" } }),
  ru: () => import("../../domain/labels/imports.ru.json", { with: { type: "json" } }),
  zh: () => import("../../domain/labels/imports.zh.json", { with: { type: "json" } }),
};

/** Returns the messages about an import in a language, including refusals. */
export const loadImportWording = async (language: Language): Promise<ImportWording> => {
  const [texts, problems, issues] = await Promise.all([
    loadWords(importTexts, language),
    loadWords(problemTexts, language),
    loadWords(issueTexts, language),
  ]);
  return { texts, problems, issues };
};

/** Returns the answer that shows an import, and says where it is read. */
const started = (reply: ImportCheckedGiven & { readonly import: ImportView }): Answer<ImportCheckedGiven> => ({
  reply,
  location: `/v1/imports/${reply.import.id}`,
});

const orderRoute = (io: RouteIo): Route =>
  route(api.OrderImport, io, async ({ body, actor, now, language }) => {
    // The rules of all commands and a CSV parser, that no other request needs, so they are loaded with the first import.
    const [{ checkImport, decideImport, keepWhileApplying, readImport }, { checkedView, importErrorView }, wording] =
      await Promise.all([
        import("../use-cases/imports/order-import.ts"),
        import("../../domain/views/checked-import.ts"),
        loadImportWording(language),
      ]);
    const read = readImport(body, actor.id, now);
    const before = await io.store.load("import", read.order.id);
    if (before !== undefined) {
      if (body.dryRun !== true) await keepWhileApplying(io.store, read, before);
      const reply = { import: importView(before, await reviewsOf(io.store, before.state)), known: true, errors: [] };
      return body.dryRun === true ? { reply, status: 200 } : started(reply);
    }
    const plan = await checkImport(io.store, read);
    const view = checkedView(read.kept.sheets, plan, wording);
    if (body.dryRun === true) return { reply: view, status: 200 };
    if (plan.errors.length > 0)
      throw new ProblemError(
        "invalid-import",
        plan.errors.map((error) => importErrorView(wording, error)),
      );
    const ordered = await executeCommand(io.store)({
      by: actor.id,
      now,
      decide: () => decideImport(io.store, read, plan),
    });
    return ordered.ok ? started({ ...view, import: importView(ordered.outcome, []) }) : ordered;
  });

/** Routes of imports by the secretariat: ordered as a whole, applied review by review, with their progress. */
export const importRoutes = (io: RouteIo): readonly Route[] => [
  orderRoute(io),

  route(api.ListImports, io, async ({ query, cursors }) => {
    const page = await io.store.list("import", await cursors.page(query));
    const items = await Promise.all(
      page.items.map(async (aggregate) => importView(aggregate, await reviewsOf(io.store, aggregate.state))),
    );
    return { reply: { items, ...(await cursors.seal(page.next)) } };
  }),

  route(api.GetImport, io, async ({ params }) => {
    const aggregate = await io.store.load("import", params.importId);
    if (aggregate === undefined) return refuse("not-found");
    return { reply: importView(aggregate, await reviewsOf(io.store, aggregate.state)), version: aggregate.version };
  }),
];
