import assert from "node:assert/strict";
import * as z from "zod";
import { missionOf, type RunningSystem, secretariat } from "./running-system.ts";

/** The output of each program, from its generated types. */
const Readings = z.strictObject({
  role: z.string(),
  stage: z.string(),
  /** The name of the stage in French, from a map of labels. */
  stageName: z.string(),
  /** The name of the party in French. */
  partyName: z.string(),
  /** Kind and due day of each obligation of the party in the review. */
  obligations: z.array(z.string()),
  mandates: z.array(z.string()),
  /** Kinds of the items that concern the party. */
  worklist: z.array(z.string()),
  reviews: z.array(z.string()),
  mandate: z.string(),
  /** The kinds of the facts of each entry of the journal of the review. */
  journal: z.array(z.array(z.string())),
  refusal: z.strictObject({ type: z.string(), status: z.number(), detail: z.string(), reviews: z.array(z.string()) }),
});

type Place = RunningSystem["places"][number];

/** Returns the environment of a program: addresses, tokens, and the party and review of its nomination. */
export const settingsOf = async (system: RunningSystem, { party, review }: Place): Promise<Record<string, string>> => ({
  API: system.url,
  SECRETARIAT: await system.token(secretariat),
  MISSION: await system.token(missionOf(party)),
  PARTY: party,
  REVIEW: review,
  EMAIL: `focal.point@${party.toLowerCase()}.example.org`,
  OTHER_EMAIL: `another@${party.toLowerCase()}.example.org`,
});

/** Throws if a program read other values than the API returns without a client. */
export const checkReadings = async (output: string, system: RunningSystem, { party, review }: Place): Promise<void> => {
  const read = Readings.parse(JSON.parse(output));
  const [reviews, details, partyDetails, labels, obligations, mandates, journal] = await Promise.all([
    system.read("/v1/reviews?limit=200"),
    system.read(`/v1/reviews/${review}`),
    system.read(`/v1/parties/${party}?language=fr`),
    system.read("/v1/labels?language=fr"),
    system.read(`/v1/obligations?review=${review}&party=${party}`),
    system.read(`/v1/parties/${party}/mandates`),
    system.read(`/v1/journal/review/${review}`),
  ]);
  assert.equal(read.role, "secretariat");
  assert.deepEqual(read.worklist, ["nomination-to-check"]);
  assert.deepEqual(
    read.reviews,
    reviews.items.map((each: any) => each.id),
  );
  assert.equal(read.stage, details.stage);
  assert.equal(read.stageName, labels.stages[details.stage]);
  assert.equal(read.partyName, partyDetails.name);
  assert.ok(read.obligations.length > 0, "The party has no obligation in the review");
  assert.deepEqual(
    read.obligations,
    obligations.items.map((each: any) => `${each.kind} ${each.dueOn}`),
  );
  assert.deepEqual(
    read.mandates,
    mandates.items.map((each: any) => each.id),
  );
  assert.deepEqual([read.mandate], read.mandates);
  // Others nominate for the same review meanwhile, so the journal may have grown.
  const kinds = journal.items.map((entry: any) => entry.facts.map((fact: any) => fact.kind));
  assert.ok(read.journal.length > 1, "The journal of the review is empty");
  assert.deepEqual(read.journal, kinds.slice(0, read.journal.length));
  assert.equal(read.refusal.type, "urn:review-mechanism:problem:focal-point-exists");
  assert.equal(read.refusal.status, 409);
  assert.match(read.refusal.detail, /\w/u);
  assert.ok(read.refusal.reviews.includes(review), "The refusal does not name the review");
};
