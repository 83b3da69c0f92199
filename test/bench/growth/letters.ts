import { readFileSync } from "node:fs";
import pMap from "p-map";
import { later } from "../../../domain/base/time.ts";
import { moveLetter, plannedLetter } from "../../../domain/letters/lifecycle.ts";
import type { Ledger } from "../../../lambdas/io/ports/outbox.ts";
import { erasePast } from "../../../lambdas/use-cases/erase-past.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Letter, LetterText } from "../../../schemas/model/letter.ts";
import { address, at, party, reviewId } from "../../fixtures/changes.ts";

/** The letters that a review causes in the demo, from the first nomination to the published list. */
const perReview = 58;
const parties = ["FR", "DE", "IT", "ES", "GR", "CZ"] as const;
const firstSent = at("2020-11-02T09:00:00.000Z");
const days = 3_650;
const maxConcurrency = 16;
/** The letters that one transaction writes. */
const perLot = 50;

/** English text of the length of a median letter, from another place of the handbook for each letter. */
const textsOf = (): ((place: number) => LetterText) => {
  const page = readFileSync(new URL("../../../docs/api.md", import.meta.url), "utf8");
  return (place) => {
    const text = page.slice((place * 97) % (page.length - 2_500)).slice(0, 2_500);
    return { subject: `Review ${place}`, text, html: `<html><body>${text.replaceAll("\n", "<p>")}</body></html>` };
  };
};

const letterAt = (place: number, count: number): { readonly planned: Letter; readonly sentAt: Instant } => {
  const code = parties[place % parties.length] ?? "FR";
  const sentAt = later(firstSent, { hours: Math.floor((place * days) / count) * 24, minutes: place % 600 });
  const recipient = { kind: "mission", party: party(code) } as const;
  const content = { kind: "list-published", review: reviewId(code) } as const;
  const plan = { content, recipient, party: party(code), plannedFor: sentAt, rule: "The bench.", attempt: place + 1 };
  return { planned: plannedLetter(plan, sentAt), sentAt };
};

/**
 * Writes the delivered letters of these reviews, with texts, spread over ten years from November 2020. Returns their
 * number.
 */
export const fillLetters = async (ledger: Ledger, reviews: number): Promise<number> => {
  const count = reviews * perReview;
  const textAt = textsOf();
  const acceptedAt = (place: number): Letter => {
    const { planned, sentAt } = letterAt(place, count);
    const to = { address: address(`mission-${place}@example.org`), subjectLine: `Review ${place}` };
    const claimed = { ...moveLetter(planned, "claimed", { at: sentAt, ...to }), textKept: true };
    return { ...moveLetter(claimed, "accepted", { at: sentAt, messageId: `message-${place}` }), revision: 1 };
  };
  /** Writes letters in one transaction, as accepted; each is then written as delivered, together with its text. */
  const write = async (places: readonly number[]): Promise<void> => {
    const [first, ...others] = places.map(acceptedAt);
    if (first === undefined) return;
    await ledger.plan(first, others);
    for (const [own, letter] of [first, ...others].entries()) {
      const sent = { at: letter.changedAt, messageId: letter.messageId ?? "" };
      await ledger.claim(moveLetter(letter, "delivered", sent), [], textAt(places[own] ?? 0));
    }
  };
  const lots = Array.from({ length: Math.ceil(count / perLot) }, (_, lot) =>
    Array.from({ length: Math.min(perLot, count - lot * perLot) }, (_place, place) => lot * perLot + place),
  );
  await pMap(lots, write, { concurrency: maxConcurrency });
  return count;
};

/** Runs the erasures of the first night after ten years, and of the nights that follow it. */
export const eraseAfterTenYears = async (
  io: { readonly store: Store; readonly ledger: Ledger },
  run: (what: string, work: () => Promise<unknown>) => Promise<void>,
): Promise<void> => {
  const onNight = (night: string) => () => erasePast({ ...io, clock: { now: () => at(`${night}T02:00:00.000Z`) } });
  await run("erasure of eight years at once", onNight("2030-11-01"));
  await run("erasure, a night in year ten", onNight("2030-11-02"));
  await run("letters that name an erased person", () => io.ledger.forgetTexts(() => false));
};
