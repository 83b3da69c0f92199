import { later, latest } from "../../../domain/base/time.ts";
import { setMissionContacts } from "../../../domain/parties/parties.ts";
import { dueReminder } from "../../../domain/letters/reminder-letters.ts";
import { openReminderSubjects } from "../../../domain/reminders/schedule.ts";
import type { SlotStore } from "../../../lambdas/io/ports/mail.ts";
import type { Clock } from "../../../lambdas/io/ports/time.ts";
import { newPartyCache } from "../../../lambdas/use-cases/base/party-cache.ts";
import { planLetter } from "../../../lambdas/use-cases/planning/plan-letters.ts";
import { onMailEvents } from "../../../lambdas/use-cases/reachability/on-mail-events.ts";
import { newRateLimiter } from "../../../lambdas/use-cases/sending/rate-limiter.ts";
import { sendLetter, type SendIo } from "../../../lambdas/use-cases/sending/send-letter.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import { mailEvent } from "../../fakes/mail-service.ts";
import { noMetrics } from "../../fakes/metrics.ts";
import { address, change, factsOf } from "../../fixtures/changes.ts";

export type LetterPathIo = Pick<SendIo, "store" | "ledger" | "letterQueues" | "clock"> & { readonly slots: SlotStore };

/** The parts of a letter's path: each is a function of its own, and reads for itself. */
export interface LetterSteps {
  readonly plan: () => Promise<unknown>;
  readonly send: () => Promise<unknown>;
  readonly receive: () => Promise<unknown>;
}

/** Returns a reminder of a questionnaire to the mission of its party, which has an address since now. */
const reminderToMission = async ({ store, clock }: LetterPathIo): Promise<Letter> => {
  const { items } = await store.reviewsInStage("questionnaire", { limit: 1 });
  const [review] = items;
  if (review === undefined) throw new Error("No review waits for responses");
  const { party } = review.state;
  const now = clock.now();
  const before = await store.load("party", party);
  if (before === undefined) throw new Error(`There is no party ${party}`);
  const mission = { address: address("mission@example.org"), language: "en", place: "Vienna" } as const;
  const facts = factsOf(setMissionContacts(before.state, now));
  const changed = {
    ...change("party", party, before, facts),
    sideRecords: [{ kind: "mission", party, mission }],
  } as const;
  await store.commit({ changes: [changed], by: "bench", at: now });
  const letters = openReminderSubjects([review.state]).flatMap(
    ({ reminderSubject }) => dueReminder([review.state], reminderSubject, now)?.letters ?? [],
  );
  const letter = letters.find(({ recipient }) => recipient.kind === "mission");
  if (letter === undefined) throw new Error(`No reminder to ${party} is due`);
  return letter;
};

/**
 * Returns the path of one letter, from its plan to its receipt: a reminder in English, sent at the rate of a usual
 * account, and reported as sent and as delivered.
 */
export const letterSteps = async (io: LetterPathIo): Promise<LetterSteps> => {
  const letter = await reminderToMission(io);
  let now = later(io.clock.now(), { seconds: 1 });
  const clock: Clock = { now: () => now };
  const sleeper = { until: async (instant: typeof now) => void (now = latest(now, instant)) };
  const permits = { read: () => Promise.resolve({ perSecond: 14, perDay: 50_000, sentLastDay: 0 }) };
  const own = { ...io, clock, metrics: noMetrics, timers: { fire: () => Promise.resolve() } };
  const sender: SendIo = {
    ...own,
    parties: newPartyCache(own),
    rateLimiter: newRateLimiter({ slots: io.slots, permits, clock, sleeper }, 0),
    mail: { send: () => Promise.resolve({ kind: "accepted", messageId: "message-1" }) },
    frontEndUrl: "https://front.example.org",
    replyTo: "secretariat@example.org",
    secretariatAddress: address("daily.list@example.org"),
  };
  return {
    plan: () => planLetter(io, letter),
    send: async () => {
      const outcome = await sendLetter(sender, letter.id);
      if (outcome !== "accepted") throw new Error(`The letter was ${outcome}`);
    },
    receive: async () => {
      for (const event of ["Send", "Delivery"])
        await onMailEvents(own, [mailEvent(event, { letter: letter.id, messageId: "message-1" }, now)]);
      const { state } = (await io.ledger.letter(letter.id)) ?? {};
      if (state !== "delivered") throw new Error(`The letter is ${state}`);
    },
  };
};
