import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  attachList,
  attachTexts,
  hashesToReplace,
  type LateSubmission,
} from "../../../domain/review/commands/attach-text.ts";
import { draftRefused } from "../../../domain/review/commands/drafts.ts";
import { publicationView, publishedTexts, publishedVersion } from "../../../domain/views/texts.ts";
import type { DocumentText } from "../../../schemas/model/draft.ts";
import type { Hash } from "../../../schemas/base/ids.ts";
import { clear, concludedPlay, inFeedback } from "./journey.ts";
import { at, day, expert, focalPoint, hash, party, Play, refusalOf, secretariat, texts } from "./play.ts";

const source = { kind: "e-mail", date: day("2021-07-12") } as const;
const none: DocumentText = { text: "", reference: "NV 12/2021" };
/** Of both instruments only the fact was recorded. */
const recorded: ReadonlyMap<Hash, DocumentText> = new Map([
  [texts.UNTOC, none],
  [texts.TIP, none],
]);
const answers: LateSubmission = { of: "answers", documents: { UNTOC: hash("u") }, source };
const attach = (play: Play, late = answers, on = "2021-07-13", stored = recorded) =>
  play.do((review) => attachTexts(review, secretariat, late, stored, at(on)));

describe("a text that arrives after its fact", () => {
  test("is attached with its source, and moves no date", () => {
    const play = inFeedback();
    const { obligations, stage, stageSince, answers: before } = play.review;
    expect(attach(play)).toEqual([
      {
        kind: "text-attached",
        happenedAt: at("2021-07-13"),
        review: play.review.id,
        of: "answers",
        documents: { UNTOC: hash("u") },
        source,
      },
    ]);
    expect(play.review).toMatchObject({ obligations, stage, stageSince });
    expect(play.review.answers).toEqual({ ...before, documents: { ...texts, UNTOC: hash("u") } });
    expect(play.replayed()).toEqual(play.review);
  });

  test("moves no date of any review, whichever instruments it is of and whenever it arrives", () => {
    fc.assert(
      fc.property(
        fc.subarray(["UNTOC", "TIP"] as const, { minLength: 1 }),
        fc.integer({ min: 1, max: 28 }),
        fc.boolean(),
        (instruments, on, hasCleared) => {
          const play = inFeedback();
          if (hasCleared) clear(play, "PE", "2021-08-01");
          const { answers: _before, ...kept } = play.review;
          const documents = Object.fromEntries(instruments.map((instrument) => [instrument, hash("u")]));
          attach(play, { ...answers, documents }, `2021-09-${String(on).padStart(2, "0")}`);
          const { answers: _after, ...now } = play.review;
          expect(now).toEqual(kept);
        },
      ),
    );
  });

  test("leaves the reviewers' work on their feedback as it is", () => {
    const play = inFeedback();
    attach(play);
    const draft = { kind: "feedback", party: party("PE"), instrument: "UNTOC" } as const;
    expect(draftRefused(play.review, expert("PE"), draft, at("2021-07-14"))).toBeUndefined();
    clear(play, "PE", "2021-08-01");
    expect(refusalOf(attachTexts(play.review, secretariat, answers, recorded, at("2021-08-02")))).toBe("accepted");
  });

  test("of feedback is that of the party that cleared it, or had cleared it before its seat was drawn again", () => {
    const play = clear(inFeedback(), "PE", "2021-08-01");
    attach(play, { of: "feedback", party: party("PE"), documents: { TIP: hash("u") }, source }, "2021-08-10");
    expect(play.review.feedback?.[party("PE")]).toEqual({
      at: at("2021-08-01"),
      documents: { ...texts, TIP: hash("u") },
    });
    const late = { of: "feedback", party: party("KE"), documents: { TIP: hash("u") }, source } as const;
    expect(refusalOf(attachTexts(play.review, secretariat, late, recorded, at("2021-08-10")))).toBe("not-owed");
  });

  test("never takes the place of a text that is in", () => {
    const play = inFeedback();
    const stored = new Map([...recorded, [texts.UNTOC, { text: "The law of 1998." }] as const]);
    expect(refusalOf(attachTexts(play.review, secretariat, answers, stored, at("2021-07-13")))).toBe("already-cleared");
    expect(attachTexts(play.review, secretariat, { ...answers, documents: texts }, stored, at("2021-07-13"))).toEqual({
      ok: true,
      facts: [],
    });
  });

  test("is attached by the secretariat, from a source that does not lie ahead, for an instrument of the submission", () => {
    const { review } = inFeedback();
    const now = at("2021-07-11");
    expect(refusalOf(attachTexts(review, focalPoint("FR"), answers, recorded, at("2021-07-13")))).toBe("not-yours");
    expect(refusalOf(attachTexts(review, secretariat, answers, recorded, now))).toBe("source-in-the-future");
    const foreign = { ...answers, documents: { FP: hash("u") } };
    expect(refusalOf(attachTexts(review, secretariat, foreign, recorded, at("2021-07-13")))).toBe(
      "instrument-not-reviewed",
    );
  });

  test("of a list keeps the agreements and the publication, and says what the observations are about", () => {
    const play = concludedPlay();
    const before = play.review.observations;
    if (before === undefined) throw new Error("there is no list");
    const stored = new Map([[before.document, none]]);
    expect(hashesToReplace(play.review, { of: "list", version: 1 })).toEqual([before.document]);
    const late = { of: "list", version: 1, document: hash("l"), source } as const;
    play.do((review) => attachList(review, secretariat, late, stored, at("2022-02-10")));
    expect(play.review.observations).toEqual({ ...before, document: hash("l") });
    expect(refusalOf(attachList(play.review, secretariat, { ...late, version: 2 }, stored, at("2022-02-10")))).toBe(
      "list-missing",
    );
    const withText = new Map([[hash("l"), { text: "1. The law." }]]);
    const other = { ...late, document: hash("m") };
    expect(refusalOf(attachList(play.review, secretariat, other, withText, at("2022-02-11")))).toBe("already-cleared");
  });
});

test("a text that is not available is never published as an empty one", () => {
  const play = concludedPlay();
  const review = { ...play.review, consents: ["answers", "dialogue"] } as Play["review"];
  const stored = new Map<Hash, DocumentText>([
    [texts.UNTOC, none],
    [texts.TIP, { text: "Article 12." }],
  ]);
  const shown = publishedTexts(review).map(({ show }) => show(stored));
  const published = publicationView(review, publishedVersion(review), none, shown);
  expect(published?.answers?.map(({ instrument, text }) => [instrument, text])).toEqual([["TIP", "Article 12."]]);
  expect(published?.answersWithoutText).toEqual(["UNTOC"]);
  expect(published?.dialogue?.feedback.map(({ withoutText, texts: all }) => [withoutText, all.length])).toEqual([
    [["UNTOC"], 1],
    [["UNTOC"], 1],
  ]);
  expect(published?.observations).toEqual({ hash: play.review.observations?.document, reference: "NV 12/2021" });
  expect(JSON.stringify(published)).not.toContain('""');
});
