import { describe, expect, test } from "vitest";
import { plannedLetter } from "../../../domain/letters/lifecycle.ts";
import { later } from "../../../domain/base/time.ts";
import { GroupId } from "../../../schemas/base/ids.ts";
import type { Letter, LetterContent, Recipient } from "../../../schemas/model/letter.ts";
import { at, bulletinId, onePage, party, reviewId, userId } from "../../fixtures/changes.ts";
import { bothStores } from "./stores.ts";

const now = at("2020-12-01T10:00:00.000Z");

const letterOf = (content: LetterContent, recipient: Recipient, hours: number): Letter => {
  const when = later(now, { hours });
  return plannedLetter({ content, recipient, party: party("FR"), plannedFor: when, rule: "A rule." }, when);
};
const to = (code: string): Recipient => ({ kind: "mission", party: party(code) });
const reminderSubjectOf = (code: string) =>
  ({ kind: "focal-point", party: party(code), group: GroupId.parse("c1-g1"), dueAt: now, generation: 1 }) as const;
const reminder = (code: string, hours: number): Letter =>
  letterOf({ kind: "nomination-reminder", stepName: "d+1", reminderSubject: reminderSubjectOf(code) }, to(code), hours);
const bulletin = (list: "presidents-list" | "blockers", recipient: Recipient, hours: number): Letter => {
  const { review, ...seat } = { review: reviewId("FR"), as: "mission", party: party("FR") } as const;
  const reason = { ...seat, code: "listed" as const, list, kinds: [], reviews: [review] };
  return letterOf({ kind: "bulletin", bulletin: bulletinId(1), round: 1, reason }, recipient, hours);
};

describe.each(bothStores())("the letter ledger $name", ({ make }) => {
  test("lists the letters to missions about nominations, whatever the party, newest first", async () => {
    const { ledger } = await make();
    const [oldest, older, newest] = [reminder("FR", 1), reminder("BR", 2), bulletin("presidents-list", to("FR"), 3)];
    const user = { kind: "user", user: userId(1) } as const;
    const others = [
      bulletin("blockers", to("FR"), 4),
      bulletin("presidents-list", user, 5),
      letterOf({ kind: "invitation", user: userId(1) }, user, 6),
      letterOf({ kind: "duty-reminder", stepName: "d+1", reminderSubject: reminderSubjectOf("FR") }, to("FR"), 7),
    ];
    for (const letter of [oldest, older, newest, ...others]) await ledger.plan(letter);
    expect((await ledger.aboutNominations(onePage)).items).toEqual([newest, older, oldest]);
    const since = { limit: 1, from: later(now, { hours: 2 }) };
    const first = await ledger.aboutNominations(since);
    expect(first.items).toEqual([newest]);
    expect(await ledger.aboutNominations({ ...since, after: first.next ?? "" })).toEqual({ items: [older] });
  });
});
