import { expect, test } from "vitest";
import { wordingIn } from "../../harness/labels.ts";
import { restsOn, sourceView } from "../../../domain/letters/sources.ts";
import { plannedLetter } from "../../../domain/letters/lifecycle.ts";
import { reminderSubjectOf } from "../../../domain/reminders/schedule.ts";
import { explainLetter } from "../../../domain/views/letters.ts";
import type { LetterContent } from "../../../schemas/model/letter.ts";
import { at, day, party, Play } from "../review/play.ts";

const FR = party("FR");
const play = new Play().start();
const letterOf = (content: LetterContent, attempt = 1) =>
  plannedLetter(
    {
      content,
      recipient: { kind: "mission", party: FR },
      party: FR,
      plannedFor: at("2020-12-08T08:00:00.000Z"),
      rule: "A rule.",
      attempt,
      obligationRefs: [{ review: play.review.id, obligation: play.obligation("focal-point:FR").id, generation: 1 }],
    },
    at("2020-12-08T08:00:00.000Z"),
  );
const reminderSubject = reminderSubjectOf(play.review, play.obligation("focal-point:FR"));
const reminder = { kind: "nomination-reminder", reminderSubject, stepName: "d-7" } as const;

const titles = wordingIn("en").words.sourceDocuments;

test("a source is named as its document and its paragraph", () => {
  expect(sourceView("P18", titles)).toEqual({
    source: "P18",
    document: "Procedures and rules, resolution 9/1, annex",
    paragraph: 18,
  });
  expect(sourceView("D", titles)).toEqual({ source: "D", document: "A decision where the sources are silent" });
});

test("an explanation names its documents in the language of the reply", () => {
  for (const [language, document] of [
    ["fr", "Procédures et règles, résolution 9/1, annexe"],
    ["ar", "الإجراءات والقواعد، القرار 9/1، المرفق"],
  ] as const)
    expect(explainLetter(letterOf(reminder), [play.review], wordingIn(language)).basis[0]).toEqual({
      source: "P18",
      document,
      paragraph: 18,
    });
});

test("a reminder rests on the paragraphs that give its obligation time, and on the edition of its reminder schedule", () => {
  const { basis, ladder } = restsOn(letterOf(reminder), day("2020-12-01"), titles);
  expect(basis.map(({ source }) => source)).toEqual(["P18", "G5", "D"]);
  expect(ladder).toEqual({ kind: "focal-point", effectiveFrom: "2020-10-16" });
});

test("another letter rests on the fact that requires it, and on no reminder schedule", () => {
  const drawn = restsOn(
    letterOf({ kind: "seat-redrawn", review: play.review.id, from: party("PE"), to: FR }),
    undefined,
    titles,
  );
  expect([drawn.basis.map(({ source }) => source), drawn.ladder]).toEqual([["S6", "P28"], undefined]);
});

test("an explanation states the obligation as it is now, and of which letter it is the next attempt", () => {
  const explained = explainLetter(letterOf(reminder, 2), [play.review], wordingIn("en"));
  expect(explained.before).toBe(letterOf(reminder).id);
  expect(explained.obligations).toEqual([
    {
      review: "c1-FR",
      cluster: 1,
      obligation: "focal-point:FR",
      generation: 1,
      kind: "focal-point",
      dueAt: "2020-12-15T22:59:59.999Z",
      dueOn: "2020-12-15",
      now: "open",
    },
  ]);
  expect(explainLetter(letterOf(reminder), [], wordingIn("en")).before).toBeUndefined();
});
