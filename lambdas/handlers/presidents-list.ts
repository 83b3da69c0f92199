import { presidentReminder } from "../../domain/bulletins/default-texts.ts";
import { partiesToRemind, remindersAfter } from "../../domain/bulletins/presidents-reminder.ts";
import { bulletinView } from "../../domain/views/bulletins.ts";
import { presidentsPage, presidentsPagePolicy } from "../../domain/pages/presidents-page.ts";
import { partiesOf } from "../../domain/pages/presidents-page-parties.ts";
import { type PresidentsPageMessages, presidentsPageWriter } from "../../domain/pages/presidents-page-writer.ts";
import type { Audience } from "../../schemas/model/audience.ts";
import * as api from "../../schemas/api/endpoints/presidents-list.ts";
import { letterWriterIn } from "../io/letter-writers.ts";
import { partyNamesIn } from "../shell/http/names.ts";
import { route, type Route } from "../shell/http/route.ts";
import { labelWords, loadWords, type WordFiles } from "../io/words.ts";
import { countingRecipients, orderPreviewed } from "../use-cases/bulletins/order.ts";
import { presidentsListNow } from "../use-cases/oversight/presidents-list.ts";
import { forecastBulletin } from "../use-cases/bulletins/preview.ts";
import type { BulletinIo } from "./bulletins.ts";

/** The permanent mission of each party on the President's list. */
const ofPresidentsList: Audience = { roles: ["mission"], list: "presidents-list" };

/** The messages of the President's list as a page. */
export const presidentsPageMessages: WordFiles<PresidentsPageMessages> = {
  ar: () => import("../../domain/labels/presidents-page.ar.json", { with: { type: "json" } }),
  en: () => import("../../domain/labels/presidents-page.en.json", { with: { type: "json" } }),
  es: () => import("../../domain/labels/presidents-page.es.json", { with: { type: "json" } }),
  fr: () => import("../../domain/labels/presidents-page.fr.json", { with: { type: "json" } }),
  ru: () => import("../../domain/labels/presidents-page.ru.json", { with: { type: "json" } }),
  zh: () => import("../../domain/labels/presidents-page.zh.json", { with: { type: "json" } }),
};

/**
 * Routes of the President's list: matters that neither letters nor the secretariat settled, as data and as a page to
 * print; and the reminder.
 */
export const presidentsListRoutes = (io: BulletinIo): readonly Route[] => [
  route(api.GetPresidentsList, io, async ({ query, now, language, format }) => {
    const list = await presidentsListNow(io, now, query);
    if (format !== "html") return { reply: list };
    const [messages, words, letters, names] = await Promise.all([
      loadWords(presidentsPageMessages, language),
      loadWords(labelWords, language),
      letterWriterIn(language),
      partyNamesIn(
        language,
        io,
        partiesOf(list).map(({ party }) => party),
      ),
    ]);
    return {
      reply: presidentsPage(list, presidentsPageWriter(messages, words, names, letters)),
      type: "text/html",
      headers: { "content-security-policy": presidentsPagePolicy, "cache-control": "no-store" },
    };
  }),

  route(api.SendPresidentsReminder, io, async ({ body, actor, now, change }) => {
    const id = io.ids.bulletin();
    const needsSecondPerson = countingRecipients(io.store, actor.id, now);
    return change(async () => {
      const stored = { id: presidentReminder, version: body.version };
      const [resolved, sent] = await Promise.all([
        forecastBulletin(io, { audience: ofPresidentsList, stored }, now),
        io.store.presidentsReminders(),
      ]);
      if ("refusal" in resolved) return resolved;
      const listed = resolved.addressees.map(({ reason }) => reason.party);
      const due = partiesToRemind(listed, sent, now);
      if ("refusal" in due) return due;
      // Parties that got it a few days ago are omitted, and the audience of the bulletin shows this.
      const audience = { ...ofPresidentsList, parties: [...due] };
      const foreseen = due.length === listed.length ? resolved : await forecastBulletin(io, { audience, stored }, now);
      if ("refusal" in foreseen) return foreseen;
      const { wording, hash } = foreseen;
      const reminders = remindersAfter(sent, due, now);
      const sideRecords = [{ kind: "presidents-reminders", bulletin: id, reminders }] as const;
      const ordered = await orderPreviewed(
        io,
        id,
        { ...wording, hash },
        { by: actor.id, sideRecords, needsSecondPerson },
        now,
      );
      if (!ordered.ok) return ordered;
      const { recipients, orderedAt } = bulletinView(ordered.outcome, wording);
      const location = `/v1/bulletins/${id}`;
      const version = wording.stored?.version ?? 0;
      return { ...ordered, outcome: { reply: { bulletin: id, recipients, version, orderedAt }, location } };
    });
  }),
];
