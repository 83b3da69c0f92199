import { type LetterNeeds, skip } from "../../../domain/letters/content/letter-page.ts";
import { type GatheredContent, kindPageOf } from "../../../domain/letters/content/letter-pages.ts";
import { isToFormerAddress } from "../../../domain/letters/letter-id.ts";
import { isOvertakenByConfirmation } from "../../../domain/letters/mission-notifications.ts";
import { statedAggregate, hasLeftBefore, leavesBefore } from "../../../domain/letters/stated-version.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import { letterWriterIn } from "../../io/letter-writers.ts";
import type { Store } from "../../io/ports/store.ts";
import { resolveAddress, type ResolvedAddress } from "../reachability/resolve-address.ts";
import { copySubjectsIn } from "./copy-subjects.ts";
import { readLetterData, unreachableAmong } from "./letter-data.ts";
import { writeBulletin } from "./write-bulletin.ts";
import {
  composedLetter,
  type EarlyLetter,
  type NotWritten,
  partyNameOf,
  type StoppedLetter,
  type WriteIo,
  type WrittenLetter,
  writtenTo,
} from "./written-letter.ts";
import { datesOfLetter } from "../../../domain/letters/letter-dates.ts";
import { calendarOfObligations } from "../base/calendar-of-obligations.ts";
import type { Ledger } from "../../io/ports/outbox.ts";

/**
 * Returns why a correction is not written now: none of the letters that it corrects left with what was wrong, or one is
 * about to leave and may still be put back. Undefined for a correction that is to be written, and for other letters.
 */
const checkCorrected = async (
  ledger: Pick<Ledger, "letter">,
  { corrects, plannedFor: at }: Letter,
): Promise<NotWritten | EarlyLetter | undefined> => {
  if (corrects === undefined) return undefined;
  const { version } = corrects;
  const correction = version === undefined ? undefined : { at, version };
  const rows = await Promise.all(corrects.letters.map((id) => ledger.letter(id)));
  const letters = rows.flatMap((row) => row ?? []);
  if (letters.some((letter) => hasLeftBefore(letter, correction))) return undefined;
  return letters.some((letter) => leavesBefore(letter, correction)) ? { kind: "early" } : skip("replaced");
};

/** Returns a letter with its dates as a calendar file in its language; unchanged if it has no dates. */
const attachDates = async (
  io: WriteIo,
  letter: Letter,
  written: WrittenLetter,
  now: Instant,
): Promise<WrittenLetter> => {
  const obligations = datesOfLetter(letter, written.about, now);
  if (obligations.length === 0) return written;
  const { language } = written.composed;
  return {
    ...written,
    calendar: await calendarOfObligations(io, { obligations, language, frontEndUrl: io.frontEndUrl }),
  };
};

/**
 * Writes a letter from current data: current dates, only open obligations, the language and address of its recipient.
 * Nothing is sent to an earlier address once its replacement is confirmed. Throws Unwritable.
 */
export const writeLetter = async (
  io: WriteIo,
  letter: Letter,
  now: Instant,
): Promise<WrittenLetter | NotWritten | StoppedLetter | EarlyLetter> => {
  const { recipient, content } = letter;
  if (recipient.kind === "mission" && isToFormerAddress(recipient)) {
    const party = await io.store.load("party", recipient.party);
    if (isOvertakenByConfirmation(letter, party?.state)) return skip("replaced");
  }
  const unneeded = await checkCorrected(io.ledger, letter);
  if (unneeded !== undefined) return unneeded;
  // It is read first: what the letter states is then of this version, or of a later one, which its sender finds.
  const statedVersion = await readStatedVersion(io.store, letter);
  const written =
    content.kind === "bulletin"
      ? await writeBulletin(io, letter, content, now)
      : await writeFromData(io, letter, content, now);
  return written.kind === "written" ? { ...(await attachDates(io, letter, written, now)), statedVersion } : written;
};

/** Returns the present version of the phase, party or group that a letter states, if a correction of it may concern the letter. */
export const readStatedVersion = async (store: Store, { content }: Letter): Promise<number | undefined> => {
  const stated = statedAggregate(content);
  return stated && (await store.load(stated.kind, stated.id))?.version;
};

/** Returns the address of a letter; that of an office is the mailbox of the secretariat. */
const addressOf = async (io: WriteIo, { recipient }: Letter, needs: LetterNeeds<GatheredContent>) =>
  recipient.kind === "office"
    ? ({ kind: "reached", address: io.secretariatAddress, contact: "first", language: "en" } satisfies ResolvedAddress)
    : resolveAddress(io, recipient, needs);

/** Writes a letter from the stored data that the row of its kind declares. */
const writeFromData = async (
  io: WriteIo,
  letter: Letter,
  content: GatheredContent,
  now: Instant,
): Promise<WrittenLetter | NotWritten> => {
  const page = kindPageOf(content);
  const { needs } = page;
  // The address of a letter that may be obsolete is read only if it is not.
  const [data, early] = await Promise.all([
    readLetterData(io, letter, { needs, content }, now),
    page.whyObsolete === undefined ? addressOf(io, letter, needs) : undefined,
  ]);
  const obsolete = page.whyObsolete?.(content, data);
  if (obsolete !== undefined) return skip(obsolete);
  const reached = early ?? (await addressOf(io, letter, needs));
  if (reached.kind === "skip") return reached;
  const [parties, unreachable, copySubjects] = await Promise.all([
    io.parties.of(needs.parties?.(content, data) ?? []),
    unreachableAmong(io.ledger, needs.reachabilityOf?.(content, data) ?? []),
    copySubjectsIn(reached.language, data.copies, (copy) => writeLetter(io, copy, copy.changedAt)),
  ]);
  const gathered = page.gather(content, {
    ...data,
    ...reached,
    named: (id) => partyNameOf(parties, id),
    unreachable,
    copySubjects,
  });
  if (gathered.kind === "skip") return gathered;
  const writer = await letterWriterIn(reached.language, letter.recipient.kind === "office" ? undefined : letter.id);
  const { input, obligationRefs, names, about = data.reviews } = gathered;
  return writtenTo(reached, composedLetter(page, input, writer), obligationRefs, names, about);
};
