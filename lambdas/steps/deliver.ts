import { mayBeClaimed, moveLetter } from "../../domain/letter-states.ts";
import { later } from "../../domain/time.ts";
import type { LetterId } from "../../schemas/ids.ts";
import type { Letter } from "../../schemas/letter.ts";
import { describeError, log } from "../io/log.ts";
import type { Clock, Ledger, LetterQueues, Mail, MailAnswer } from "../io/ports.ts";
import { type NotWritten, type WriteIo, writeLetter, type Written } from "./write-letter.ts";

export interface DeliverIo extends WriteIo {
  readonly ledger: Ledger;
  readonly letterQueues: LetterQueues;
  readonly mail: Mail;
  readonly clock: Clock;
}

/** Seconds until a throttled letter is tried again, and until the report on an unknown one must have come. */
const throttledFor = 60;
const settlesIn = 900;

/** What became of an order to send a letter. */
export type Delivery =
  | "accepted"
  | "throttled"
  | "refused"
  | "unknown"
  | "skipped"
  | "failed"
  /** Somebody else holds it, or it needs no sending any more. */
  | "left-alone";

/**
 * Sends one planned letter: writes it as things stand, claims it under the condition that all it speaks of is still
 * open, hands it to the mail service once, and records the answer. Killed at any point it leaves a row from which
 * the next order, or the sweep, goes on. The only duplicate left: a crash or timeout after the mail service accepted,
 * and the event lost as well. Throws when the store is too busy; the order then comes again.
 */
export const deliver = async (io: DeliverIo, id: LetterId): Promise<Delivery> => {
  const letter = await io.ledger.letter(id);
  if (letter === undefined) throw new Error(`There is no letter ${id}`);
  const now = io.clock.now();
  if (letter.state === "claimed" && letter.attentionAt <= now) return giveUpClaim(io, letter);
  if (!mayBeClaimed(letter, now)) return "left-alone";
  const written = await writeLetter(io, letter, now).catch((error: unknown) => unwritable(letter, error));
  if (written.kind === "failed") return settle(io, letter, written.reason);
  if (written.kind === "skip") return skip(io, letter, written);
  return claimAndSend(io, letter, written);
};

const unwritable = (letter: Letter, error: unknown) => {
  if (!(error instanceof TypeError)) throw error;
  log("FAILED", { letter: letter.id, ...describeError(error) });
  return { kind: "failed", reason: "it cannot be written" } as const;
};

/** How often a letter is written anew because a duty was met while it was being written. */
const rewrites = 3;

const claimAndSend = async (io: DeliverIo, letter: Letter, first: Written): Promise<Delivery> => {
  let written: Written | NotWritten = first;
  for (let left = rewrites; left > 0; left--) {
    if (written.kind === "skip") return skip(io, letter, written);
    const at = io.clock.now();
    const { composed, to, speaksOf } = written;
    const claimed: Letter = {
      ...moveLetter(letter, "claimed", {
        at,
        address: to,
        language: composed.language,
        subjectLine: composed.subject,
        reference: composed.reference,
      }),
      speaksOf: [...speaksOf],
    };
    const outcome = await io.ledger.claim(claimed, speaksOf);
    if (outcome === "claimed") return send(io, claimed, written);
    if (outcome === "stale") return "left-alone";
    if (outcome === "busy") throw new Error(`The claim of letter ${letter.id} met another transaction`);
    written = await writeLetter(io, letter, io.clock.now());
  }
  throw new Error(`What letter ${letter.id} speaks of keeps changing`);
};

const send = async (io: DeliverIo, letter: Letter, { to, composed }: Written): Promise<Delivery> => {
  const { subject, text, html, headers } = composed;
  const answer = await io.mail.send({ letter: letter.id, to, subject, text, html, headers });
  await record(io, letter, answer);
  if (answer.kind === "throttled") await io.letterQueues.order([letter.id], throttledFor);
  if (answer.kind === "unknown") await io.letterQueues.order([letter.id], settlesIn);
  return answer.kind;
};

const afterAnswer = (letter: Letter, answer: MailAnswer, io: DeliverIo): Letter => {
  const at = io.clock.now();
  switch (answer.kind) {
    case "accepted":
      return moveLetter(letter, "accepted", { at, messageId: answer.messageId });
    case "throttled":
      return moveLetter(letter, "planned", {
        at,
        why: answer.why,
        notBefore: later(at, { milliseconds: throttledFor * 1000 }),
      });
    case "refused":
      return moveLetter(letter, "failed", { at, reason: answer.why });
    case "unknown":
      return moveLetter(letter, "unknown", { at, why: answer.why });
  }
};

/** Writes down the answer. Where a report of the mail service was faster, the row says more than we know, and stays. */
const record = async (io: DeliverIo, letter: Letter, answer: MailAnswer): Promise<void> => {
  const next = afterAnswer(letter, answer, io);
  const moved = await io.ledger.move(next);
  if (moved) log("LETTER_MOVED", { letter: letter.id, state: next.state });
};

const skip = async (io: DeliverIo, letter: Letter, { reason }: NotWritten): Promise<Delivery> => {
  const at = io.clock.now();
  // It may have left before: nothing more is sent, and what became of it is for a person to find out.
  const next =
    letter.state === "unknown"
      ? moveLetter(letter, "unknown", { at, why: `not sent again: ${reason}` })
      : moveLetter(letter, "skipped", { at, reason });
  if (await io.ledger.move(next)) log("LETTER_MOVED", { letter: letter.id, state: next.state });
  return next.state === "skipped" ? "skipped" : "unknown";
};

const settle = async (io: DeliverIo, letter: Letter, reason: string): Promise<Delivery> => {
  if (letter.state === "unknown") return skip(io, letter, { kind: "skip", reason: "duplicate" });
  await io.ledger.move(moveLetter(letter, "failed", { at: io.clock.now(), reason }));
  return "failed";
};

/** A claim whose lease ran out: the mail may have left. The report settles it, or it is sent once more. */
const giveUpClaim = async (io: DeliverIo, letter: Letter): Promise<Delivery> => {
  const next = moveLetter(letter, "unknown", { at: io.clock.now(), why: "the lease ran out" });
  if (await io.ledger.move(next)) {
    log("LETTER_MOVED", { letter: letter.id, state: next.state });
    await io.letterQueues.order([letter.id], settlesIn);
  }
  return "unknown";
};
