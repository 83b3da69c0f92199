import { letterWritersIn } from "../io/letter-writers.ts";
import { refuse } from "../../domain/base/decision.ts";
import { hashOfWords, languagesOf, versionsOf, wordsOf } from "../../domain/bulletins/languages.ts";
import { defaultTexts } from "../../domain/bulletins/default-texts.ts";
import { storeText } from "../../domain/bulletins/stored-texts.ts";
import { storedTextSummary, storedTextView } from "../../domain/views/bulletins.ts";
import * as api from "../../schemas/api/endpoints/stored-texts.ts";
import type { BulletinWords } from "../../schemas/model/bulletin-text.ts";
import type { TextId } from "../../schemas/base/ids.ts";
import { all } from "../io/pages.ts";
import { changeOf } from "../commands/execute-command.ts";
import { StaleVersion } from "../commands/outcomes.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { storedText } from "../use-cases/bulletins/stored-text.ts";

/** Returns the text to store: one subject and body, or texts in several languages. */
const wordsPut = ({ subject, body, ...several }: api.TextToStore): BulletinWords =>
  subject === undefined || body === undefined ? wordsOf(several) : { text: { subject, body } };

/** Routes of texts that are stored for repeated use. There are few, so a page is made from all of their ids. */
export const storedTextRoutes = (io: RouteIo): readonly Route[] => [
  route(api.ListTexts, io, async ({ query, cursors }) => {
    const { after = "" } = await cursors.open(query.cursor);
    const aggregates = await all((paging) => io.store.list("text", paging));
    const ids = [...new Set<TextId>([...defaultTexts.keys(), ...aggregates.map(({ state }) => state.id)])].toSorted();
    const ahead = ids.filter((id) => id > after);
    const page = ahead.slice(0, query.limit);
    const texts = await Promise.all(page.map((id) => storedText(io, id)));
    const items = texts.flatMap((text) => (text === undefined ? [] : [storedTextSummary(text)]));
    return { reply: { items, ...(await cursors.seal(ahead.length > page.length ? page.at(-1) : undefined)) } };
  }),

  route(api.GetText, io, async ({ params: { textId }, query }) => {
    const text = await storedText(io, textId, query.version);
    return text === undefined ? refuse("not-found") : { reply: storedTextView(text), version: text.latest };
  }),

  route(api.PutText, io, async ({ params: { textId: id }, body, actor, now, decidedOn, change }) =>
    change(async () => {
      const words = wordsPut(body);
      const aggregate = await io.store.load("text", id);
      const before = aggregate?.version ?? 0;
      if (before !== decidedOn()) throw new StaleVersion(before);
      const written = { words, writtenBy: actor.id };
      const writerOf = await letterWritersIn(languagesOf(versionsOf(words)));
      const decision = storeText(aggregate?.state, { id, ...written }, now, writerOf);
      if (!decision.ok) return decision;
      if (decision.facts.length === 0) {
        const current = await storedText(io, id);
        if (current === undefined) throw new Error(`Text ${id} lacks version ${before}`);
        return { ok: true, changes: [], outcome: { reply: storedTextView(current), version: before } };
      }
      const version = before + 1;
      const row = { ...words, writtenBy: actor.id, writtenAt: now };
      const sideRecords = { kind: "text", text: id, version, written: row } as const;
      const found = { id, version, latest: version, hash: hashOfWords(words), ...written, writtenAt: now };
      const changes = [changeOf("text", id, aggregate, decision.facts, [sideRecords])];
      return { ok: true, changes, outcome: { reply: storedTextView(found), version } };
    }),
  ),
];
