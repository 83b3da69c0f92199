import { skip, UnwritableLetter } from "../../../domain/letters/content/letter-page.ts";
import { copyOf } from "../../../domain/letters/digests.ts";
import { isPaused } from "../../../domain/letters/restoration.ts";
import { queueOf } from "../../../domain/letters/letter-kinds.ts";
import { successorLetterId } from "../../../domain/letters/settlement.ts";
import {
  isBeyondUs,
  mayBeClaimed,
  moveLetter,
  needsSettlement,
  supersededLetter,
} from "../../../domain/letters/lifecycle.ts";
import { endOfTime, later } from "../../../domain/base/time.ts";
import type { LetterId } from "../../../schemas/base/ids.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { describeError, log } from "../../io/log.ts";
import type { PostponementReason } from "../../io/ports/mail.ts";
import type { Timers } from "../../io/ports/schedules.ts";
import type { Metrics } from "../../io/ports/metrics.ts";
import type { Clock } from "../../io/ports/time.ts";
import { Conflict } from "../../io/ports/commit.ts";
import type { Ledger, LetterQueues } from "../../io/ports/outbox.ts";
import type { Mail, MailAnswer, RateLimiter, SlotGrant } from "../../io/ports/mail.ts";
import { reportSettled } from "../bulletins/completion.ts";
import { measureMove, measurePostponed } from "../base/measure-letters.ts";
import { postponedFor, settlesIn, waitsFor } from "./postponement.ts";
import { claimOf } from "./claim-of.ts";
import { planCopyToFormer } from "./copy-to-former.ts";
import { deferToDigest } from "./defer-to-digest.ts";
import { markUnreachable } from "../reachability/resolve-address.ts";
import { readStatedVersion, writeLetter } from "../letters/write-letter.ts";
import {
  type EarlyLetter,
  type StoppedLetter,
  type NotWritten,
  textOf,
  type WriteIo,
  type WrittenLetter,
} from "../letters/written-letter.ts";

export interface SendIo extends WriteIo {
  readonly ledger: Ledger;
  readonly letterQueues: LetterQueues;
  readonly mail: Mail;
  readonly rateLimiter: RateLimiter;
  readonly metrics: Metrics;
  readonly timers: Timers;
  readonly clock: Clock;
}

type Slot = SlotGrant & { readonly kind: "slot" };
type Postponement = SlotGrant & { readonly kind: "postponed" };

/**
 * The letters of a whole batch that a sender processes in parallel: each mostly waits for its slot and for replies.
 * Five senders with half as many remain below two hundred mails a second.
 */
export const maxConcurrentSends = 10;

/** Orders a letter once more, on the queue that it waits in. */
const orderAgain = (io: SendIo, letter: Letter, seconds: number): Promise<void> =>
  io.letterQueues.order([letter.id], seconds, { queue: queueOf(letter) });

/** The result of an order to send a letter. */
export type SendOutcome =
  | "accepted"
  | "postponed"
  | "refused"
  | "unknown"
  | "skipped"
  | "failed"
  /** Delivery is unknown, but the letter is superseded. No action is required. */
  | "superseded"
  /** Tables were restored, and no person has decided yet if it was sent before. */
  | "paused"
  /** Another sender has claimed it, or it no longer needs to be sent. */
  | "left-alone";

/**
 * Sends one planned letter: writes it from current data, waits for a slot, claims it when the slot comes on the
 * condition that all its obligations are still open, passes it to the mail service once, and records the reply. An
 * interruption leaves a row from which the next order, or the sweep, continues; an interruption before the slot leaves
 * a planned row. One duplicate remains possible: a crash or timeout after the mail service accepted, with its report
 * lost or later than a quarter of an hour. Throws if the store is too busy; the order is then repeated.
 */
export const sendLetter = async (io: SendIo, id: LetterId): Promise<SendOutcome> => {
  // Requested together, the two rows are read in one call.
  const [letter, restoration] = await Promise.all([io.ledger.letter(id), io.ledger.restoration()]);
  if (letter === undefined) throw new Error(`There is no letter ${id}`);
  if (isPaused(letter, restoration)) return "paused";
  const now = io.clock.now();
  if (letter.state === "claimed" && letter.attentionAt <= now) return giveUpClaim(io, letter);
  if (isBeyondUs(letter, now) || needsSettlement(letter)) return leaveToAPerson(io, letter);
  if (!mayBeClaimed(letter, now)) return leaveAlone(io, letter);
  return claimAndSend(io, letter);
};

/**
 * Leaves a letter unchanged. The function that finished it may have been interrupted before it notified the bulletin.
 */
const leaveAlone = async (io: SendIo, letter: Letter): Promise<"left-alone"> => {
  await reportSettled(io, letter);
  return "left-alone";
};

/**
 * Leaves a letter that is not repeated automatically to a person, unless it would not be sent now either: then it is
 * superseded, and needs no investigation.
 */
const leaveToAPerson = async (io: SendIo, letter: Letter): Promise<SendOutcome> => {
  const successor = successorLetterId(letter);
  const isReplaced = (await io.ledger.known([successor])).has(successor);
  const attempt = isReplaced ? skip("replaced") : await writeLetterText(io, letter);
  const next = attempt.kind === "skip" ? supersededLetter(letter, attempt.reason, io.clock.now()) : undefined;
  if (next !== undefined) return (await write(io, letter, next)) ? "superseded" : "left-alone";
  if (needsSettlement(letter)) return leaveAlone(io, letter);
  return end(io, letter, { kind: "unsent", reason: whyNotAgain(letter) });
};

/** Returns why a letter of unknown delivery is not sent again. */
const whyNotAgain = ({ content }: Letter): string =>
  content.kind === "bulletin" ? "a bulletin is not repeated automatically" : "it was repeated once already";

/** The reason why a letter ends without being sent. */
type Unsent = NotWritten | { readonly kind: "unsent"; readonly reason: string };

const writeLetterText = async (
  io: SendIo,
  letter: Letter,
): Promise<WrittenLetter | StoppedLetter | EarlyLetter | Unsent> => {
  try {
    return await writeLetter(io, letter, io.clock.now());
  } catch (error) {
    if (!(error instanceof UnwritableLetter)) throw error;
    log("FAILED", { letter: letter.id, ...describeError(error) });
    return { kind: "unsent", reason: "it cannot be written" };
  }
};

/** The number of claims of a letter in one order, if obligations are met while it is being written. */
const tries = 3;

const claimAndSend = async (io: SendIo, letter: Letter): Promise<SendOutcome> => {
  for (let left = tries; left > 0; left--) {
    const attempt = await writeLetterText(io, letter);
    if (attempt.kind === "stopped") return "left-alone";
    if (attempt.kind === "early") {
      await orderAgain(io, letter, waitsFor(letter, { until: "soon" }));
      return "postponed";
    }
    if (attempt.kind !== "written") {
      if (attempt.kind === "skip") await planCopyToFormer(io, letter, attempt);
      return end(io, letter, attempt);
    }
    const copy = attempt.readsWeekly ? copyOf(letter) : undefined;
    const deferred = copy && (await deferToDigest(io, letter, copy, attempt.composed, io.clock.now()));
    if (deferred !== undefined) {
      await write(io, letter, deferred);
      return "skipped";
    }
    await planCopyToFormer(io, letter, attempt);
    const slot = await findSlot(
      () => io.rateLimiter.takeSlot(queueOf(letter)),
      (taken) => io.rateLimiter.waitToClaim(taken),
    );
    if (slot.kind === "postponed") return postpone(io, letter, slot);
    const claimed = claimOf(letter, attempt, io.clock.now());
    const outcome = await io.ledger.claim(claimed, attempt.obligationRefs, textOf(attempt));
    if (outcome === "claimed") return sendClaimed(io, claimed, attempt, slot);
    io.rateLimiter.giveBack(slot);
    if (outcome === "stale") return "left-alone";
    if (outcome === "busy") throw new Error(`The claim of letter ${letter.id} met another transaction`);
  }
  throw new Error(`What letter ${letter.id} speaks of keeps changing`);
};

/**
 * Sends a claimed letter in its slot. If what it states has changed since it was written, it is put back: a correction
 * may have been planned before the claim was visible, and would miss this letter. A later correction finds the claim.
 */
const sendClaimed = async (io: SendIo, letter: Letter, attempt: WrittenLetter, slot: Slot): Promise<SendOutcome> => {
  if ((await readStatedVersion(io.store, letter)) !== attempt.statedVersion) {
    io.rateLimiter.giveBack(slot);
    return record(io, letter, { kind: "postponed", reason: "outdated", why: "what it states has changed" });
  }
  return (await io.rateLimiter.waitForSlot(slot)) ? send(io, letter, attempt) : sendLater(io, letter, attempt);
};

/** Logs that a letter cannot be sent now; an alarm watches the reasons that do not end automatically. */
const reportPostponed = ({ metrics }: SendIo, letter: Letter, reason: PostponementReason): void => {
  log("LETTER_POSTPONED", { letter: letter.id, queue: queueOf(letter), reason });
  measurePostponed(metrics, reason);
};

/** The number of slots that a letter gets after missing its own: a busy sender misses many of them. */
const slots = 50;

/** Returns a slot that `wait` found in time. */
const findSlot = async (take: () => Promise<SlotGrant>, wait: (slot: Slot) => Promise<boolean>): Promise<SlotGrant> => {
  for (let left = slots; left > 0; left--) {
    const turn = await take();
    if (turn.kind === "postponed" || (await wait(turn))) return turn;
  }
  return { kind: "postponed", reason: "no-slot", until: "soon", why: "its slots passed before it could leave" };
};

/** Postpones a letter that is not claimed; a letter of unknown delivery keeps its count of repetitions. */
const postpone = async (io: SendIo, letter: Letter, turn: Postponement): Promise<SendOutcome> => {
  const at = io.clock.now();
  const seconds = waitsFor(letter, turn);
  reportPostponed(io, letter, turn.reason);
  const again = { at, why: turn.why, notBefore: later(at, { seconds }) };
  const next =
    letter.state === "unknown"
      ? moveLetter(letter, "unknown", { ...again, repetition: "still-open" })
      : moveLetter(letter, "planned", again);
  if (await write(io, letter, next)) await orderAgain(io, letter, seconds);
  return "postponed";
};

/**
 * Sends a claimed letter whose slot has passed, in the next slot of this sender: a busy sender would miss as many slots
 * if it claimed the letter again for each. Where there is no slot, the letter did not leave.
 */
const sendLater = async (io: SendIo, letter: Letter, attempt: WrittenLetter): Promise<SendOutcome> => {
  const slot = await findSlot(
    () => io.rateLimiter.takeNextSlot(queueOf(letter)),
    (taken) => io.rateLimiter.waitForSlot(taken),
  ).catch((error: unknown): SlotGrant => {
    log("FAILED", { letter: letter.id, ...describeError(error) });
    return { kind: "postponed", reason: "no-slot", until: "soon", why: "no slot could be taken" };
  });
  return slot.kind === "slot" ? send(io, letter, attempt) : record(io, letter, slot);
};

/** Passes a claimed letter to the mail service. */
const send = async (io: SendIo, letter: Letter, attempt: WrittenLetter): Promise<SendOutcome> => {
  const { to, composed } = attempt;
  const answer = await io.mail.send({ letter: letter.id, to, ...textOf(attempt), headers: composed.headers });
  return record(io, letter, answer);
};

/** Records the result of a claimed letter, and orders it again if further work remains. */
const record = async (io: SendIo, letter: Letter, answer: MailAnswer): Promise<SendOutcome> => {
  if (answer.kind === "postponed") {
    io.rateLimiter.invalidateQuota();
    reportPostponed(io, letter, answer.reason);
  }
  await write(io, letter, afterAnswer(letter, answer, io));
  if (answer.kind === "postponed") await orderAgain(io, letter, postponedFor(letter));
  if (answer.kind === "unknown") await orderAgain(io, letter, settlesIn);
  return answer.kind;
};

/**
 * The row of a claimed letter that surely did not leave. One that may have left before is never called planned again.
 */
const putBack = (letter: Letter, again: { at: Instant; why: string; notBefore: Instant }): Letter =>
  letter.resentAfterUnknown === true
    ? moveLetter(letter, "unknown", { ...again, repetition: "still-open" })
    : moveLetter(letter, "planned", again);

/** Returns the row with the reply. A letter that may have been sent never becomes planned or failed again. */
const afterAnswer = (letter: Letter, answer: MailAnswer, io: SendIo): Letter => {
  const at = io.clock.now();
  const repeated = letter.resentAfterUnknown === true;
  switch (answer.kind) {
    case "accepted":
      return moveLetter(letter, "accepted", { at, messageId: answer.messageId });
    case "postponed": {
      const notBefore = later(at, { milliseconds: postponedFor(letter) * 1000 });
      return putBack(letter, { at, why: answer.why, notBefore });
    }
    case "refused":
      return repeated
        ? moveLetter(letter, "unknown", { at, why: `not sent again: ${answer.why}`, notBefore: endOfTime })
        : moveLetter(letter, "failed", { at, reason: answer.why });
    case "unknown":
      return moveLetter(letter, "unknown", { at, why: answer.why });
  }
};

/** The number of attempts to write a contended row: a reply that is not recorded may cause a duplicate. */
const writes = 5;

/**
 * Writes a row, and notifies its bulletin. If a report of the mail service was faster, the row has newer data and
 * stays.
 */
const write = async (io: SendIo, before: Letter, next: Letter): Promise<boolean> => {
  const moved = await writeRow(io, before, next);
  if (moved) await reportSettled(io, next);
  return moved;
};

const writeRow = async (io: SendIo, before: Letter, next: Letter): Promise<boolean> => {
  for (let left = writes; ; left--) {
    try {
      const moved = await io.ledger.move(next);
      if (moved) {
        log("LETTER_MOVED", { letter: next.id, state: next.state });
        measureMove(io.metrics, before, next);
      }
      if (moved && next.state === "unknown" && next.attentionAt === endOfTime)
        log("LETTER_DELIVERY_UNKNOWN", { letter: next.id, party: next.party });
      return moved;
    } catch (error) {
      if (!(error instanceof Conflict) || left === 1) throw error;
    }
  }
};

/** Ends a letter unsent. A letter that may have been sent before is superseded, or waits for a person's decision. */
const end = async (io: SendIo, letter: Letter, unsent: Unsent): Promise<SendOutcome> => {
  const at = io.clock.now();
  if (unsent.reason === "suppressed" || unsent.reason === "no-address")
    await markUnreachable(io, letter, unsent.reason, at);
  if (letter.state === "unknown") {
    const superseded = unsent.kind === "skip" ? supersededLetter(letter, unsent.reason, at) : undefined;
    await write(
      io,
      letter,
      superseded ?? moveLetter(letter, "unknown", { at, why: `not sent again: ${unsent.reason}` }),
    );
    return superseded === undefined ? "unknown" : "superseded";
  }
  if (unsent.kind === "skip") {
    await write(io, letter, moveLetter(letter, "skipped", { at, reason: unsent.reason }));
    return "skipped";
  }
  await write(io, letter, moveLetter(letter, "failed", { at, reason: unsent.reason }));
  return "failed";
};

/** A claim whose lease ran out: the mail may have left. The report settles it, or it is sent once more. */
const giveUpClaim = async (io: SendIo, letter: Letter): Promise<SendOutcome> => {
  const next = moveLetter(letter, "unknown", { at: io.clock.now(), why: "the lease ran out" });
  if (await write(io, letter, next)) await orderAgain(io, letter, settlesIn);
  return "unknown";
};
