import { letterWriterIn } from "../io/letter-writers.ts";
import { refuse } from "../../domain/base/decision.ts";
import { hashOf } from "../../domain/base/hash.ts";
import { defaultTexts } from "../../domain/bulletins/default-texts.ts";
import { storeText } from "../../domain/bulletins/stored-texts.ts";
import * as api from "../../schemas/api/endpoints/stored-texts.ts";
import type { TextId } from "../../schemas/base/ids.ts";
import { all } from "../io/pages.ts";
import { changeOf } from "../commands/execute-command.ts";
import { StaleVersion } from "../commands/outcomes.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { storedText } from "../use-cases/bulletins/stored-text.ts";

const summaryOf = ({ text, latest: _, ...described }: api.StoredTextView): api.StoredTextSummary => ({
  ...described,
  subject: text.subject,
});

/** Texts that are kept to be sent more than once. There are few: a page is cut from all of their ids. */
export const storedTextRoutes = (io: RouteIo): readonly Route[] => [
  route(api.ListTexts, io, async ({ query, cursors }) => {
    const { after = "" } = await cursors.open(query.cursor);
    const heads = await all((paging) => io.store.list("text", paging));
    const ids = [...new Set<TextId>([...defaultTexts.keys(), ...heads.map(({ state }) => state.id)])].toSorted();
    const ahead = ids.filter((id) => id > after);
    const page = ahead.slice(0, query.limit);
    const texts = await Promise.all(page.map((id) => storedText(io, id)));
    const items = texts.flatMap((text) => (text === undefined ? [] : [summaryOf(text)]));
    return { reply: { items, ...(await cursors.seal(ahead.length > page.length ? page.at(-1) : undefined)) } };
  }),

  route(api.GetText, io, async ({ params: { textId }, query }) => {
    const text = await storedText(io, textId, query.version);
    return text === undefined ? refuse("not-found") : { reply: text, version: text.latest };
  }),

  route(api.PutText, io, async ({ params: { textId }, body: text, actor, now, decidedOn, change }) =>
    change(async () => {
      const head = await io.store.load("text", textId);
      const before = head?.version ?? 0;
      if (before !== decidedOn()) throw new StaleVersion(before);
      const decision = storeText(
        head?.state,
        { id: textId, text, writtenBy: actor.id },
        now,
        await letterWriterIn("en"),
      );
      if (!decision.ok) return decision;
      if (decision.facts.length === 0) {
        const stands = await storedText(io, textId);
        if (stands === undefined) throw new Error(`Text ${textId} lacks version ${before}`);
        return { ok: true, changes: [], outcome: { reply: stands, version: before } };
      }
      const version = before + 1;
      const written = { text, writtenBy: actor.id, writtenAt: now };
      const sideRecords = { kind: "text", text: textId, version, written } as const;
      const reply = { id: textId, version, latest: version, hash: hashOf(text), ...written };
      const changes = [changeOf("text", textId, head, decision.facts, [sideRecords])];
      return { ok: true, changes, outcome: { reply, version } };
    }),
  ),
];
