import { readFileSync } from "node:fs";
import type { Actor } from "../../../domain/base/actor.ts";
import { linkHash } from "../../../domain/base/hash-chain.ts";
import { partyName } from "../../../domain/parties/party-names.ts";
import { evolveReview } from "../../../domain/review/evolve.ts";
import { partiesToName, timelineEvents, timelineFrame } from "../../../domain/views/review-timeline.ts";
import { type TimelineWords } from "../../../domain/review/facts/timeline-words.ts";
import { type Instant, Language } from "../../../schemas/base/values.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { wordingIn } from "../../harness/labels.ts";
import { at, day } from "../review/play.ts";

/** Returns the words of timelines in a language. */
export const wordsIn = (language: Language): TimelineWords =>
  JSON.parse(readFileSync("domain/labels/timeline.json", "utf8"))[language];

/** Returns the facts as a journal has them: those of one moment in one entry, recorded then or at a later moment. */
const journalOf = (facts: readonly Fact[], recordedAt?: (fact: Fact) => Instant): readonly JournalEntry[] => {
  const entries: { facts: Fact[] }[] = [];
  for (const fact of facts) {
    const last = entries.at(-1);
    if (last?.facts[0]?.happenedAt === fact.happenedAt) last.facts.push(fact);
    else entries.push({ facts: [fact] });
  }
  return entries.map(({ facts: some }, place) => {
    const [first] = some;
    const content = {
      schema: 1 as const,
      subject: "review#c1-FR",
      version: place + 1,
      recordedAt: recordedAt?.(first!) ?? first!.happenedAt,
      by: "u-1",
      facts: some,
      previous: "",
    };
    return JournalEntry.parse({ ...content, hash: linkHash(content) });
  });
};

/** Returns the review that some facts give. */
export const reviewOf = (facts: readonly Fact[]): Review => {
  const review = facts.reduce<Review | undefined>(evolveReview, undefined);
  if (review === undefined) throw new Error("no review");
  return review;
};

/** Returns the timeline of a review with these facts for a caller. */
export const timelineFor = (
  facts: readonly Fact[],
  actor: Actor,
  {
    now = at("2022-06-01"),
    language = "en",
    recordedAt,
  }: { now?: Instant; language?: Language; recordedAt?: (fact: Fact) => Instant } = {},
) => {
  const review = reviewOf(facts);
  const entries = journalOf(facts, recordedAt);
  const partyNames = new Map(
    partiesToName(entries).map((id) => [id, partyName({ id, name: `Party ${id}` }, language)] as const),
  );
  const reader = { actor, now, language, labels: wordingIn(language).words, words: wordsIn(language), partyNames };
  return {
    events: timelineEvents(review, entries, reader).map(({ event }) => event),
    frame: timelineFrame(review, { plannedFor: day("2020-12-01") }, reader),
  };
};
/** Returns the events of a timeline in words. */
export const sentences = (...of: Parameters<typeof timelineFor>) =>
  timelineFor(...of).events.map(({ inWords }) => inWords);
