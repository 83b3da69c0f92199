import { letterWriterIn } from "../../io/letter-writers.ts";
import { partiesOfUser } from "../../../domain/parties/users.ts";
import { isToFormerAddress } from "../../../domain/letters/letter-id.ts";
import { statedAggregate } from "../../../domain/letters/stated-version.ts";
import { isOvertakenByConfirmation } from "../../../domain/letters/mission-notifications.ts";
import { stepsOfReminder } from "../../../domain/letters/letter-kinds.ts";
import type { NominationSubject } from "../../../domain/letters/content/nomination-reminder.ts";
import { reviewsOwed } from "../../../domain/letters/content/gather-nomination.ts";
import { partiesAbout, type ReviewContent } from "../../../domain/letters/content/gather-content.ts";
import { gather } from "../../../domain/letters/content/letter-pages.ts";
import { isNomination, isOvertaken, openedOnOf, refsOn } from "../../../domain/reminders/schedule.ts";
import type { LetterId, PartyId, UserId } from "../../../schemas/base/ids.ts";
import type { Letter, LetterContent, ReminderSubject } from "../../../schemas/model/letter.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Store } from "../../io/ports/store.ts";
import { resolveAddress } from "../reachability/resolve-address.ts";
import { checkCorrected } from "./check-corrected.ts";
import { attachDates } from "./attach-dates.ts";
import { reviewsOn } from "../planning/plan-letters.ts";
import { heldMandates } from "./held-mandates.ts";
import { writeAccessChange } from "./write-access-change.ts";
import { writeFurtherNomination } from "./write-further-nomination.ts";
import { writeMandateOffer } from "./write-mandate-offer.ts";
import { writePersonCorrected } from "./write-person-corrected.ts";
import { writePhaseCorrected } from "./write-phase-corrected.ts";
import { writePhaseOpened } from "./write-phase-opened.ts";
import { writeReaddressed } from "./write-readdressed.ts";
import { writeBulletin } from "./write-bulletin.ts";
import { writeDepartureCorrected } from "./write-departure-corrected.ts";
import { writeDigest } from "./write-digest.ts";
import { writeDailyList } from "./write-daily-list.ts";
import { writeStartCorrected } from "./write-start-corrected.ts";
import { writeStateOfReviews } from "./write-state-of-reviews.ts";
import { writeStartUndone } from "./write-start-undone.ts";
import { writeLateStart } from "./write-late-start.ts";
import { whyNothingIsLeft } from "./why-nothing-is-left.ts";
import {
  composedLetter,
  type EarlyLetter,
  type StoppedLetter,
  partyNameOf,
  type NotWritten,
  skip,
  UnwritableLetter,
  type WriteIo,
  type WrittenLetter,
  writtenTo,
} from "./written-letter.ts";

/**
 * Writes a letter from current data: current dates, only open obligations, the language and address of its recipient.
 * Nothing is sent to an earlier address once its replacement is confirmed. Throws Unwritable.
 */
export const writeLetter = async (
  io: WriteIo,
  letter: Letter,
  now: Instant,
): Promise<WrittenLetter | NotWritten | StoppedLetter | EarlyLetter> => {
  const { recipient } = letter;
  if (recipient.kind === "mission" && isToFormerAddress(recipient)) {
    const party = await io.store.load("party", recipient.party);
    if (isOvertakenByConfirmation(letter, party?.state)) return skip("replaced");
  }
  const unneeded = await checkCorrected(io.ledger, letter);
  if (unneeded !== undefined) return unneeded;
  // It is read first: what the letter states is then of this version, or of a later one, which its sender finds.
  const statedVersion = await readStatedVersion(io.store, letter);
  const written = await writeByKind(io, letter, now);
  return written.kind === "written" ? { ...(await attachDates(io, letter, written, now)), statedVersion } : written;
};

/** Returns the present version of the phase, party or group that a letter states, if a correction of it may concern the letter. */
export const readStatedVersion = async (store: Store, { content }: Letter): Promise<number | undefined> => {
  const stated = statedAggregate(content);
  return stated && (await store.load(stated.kind, stated.id))?.version;
};

const writeByKind = async (
  io: WriteIo,
  letter: Letter,
  now: Instant,
): Promise<WrittenLetter | NotWritten | StoppedLetter> => {
  const { content } = letter;
  switch (content.kind) {
    case "invitation":
      return writeInvitation(io, letter.id, content.user, now);
    case "access-changed":
      return writeAccessChange(io, letter, content, now);
    case "mission-readdressed":
      return writeReaddressed(io, letter, content, now);
    case "person-corrected":
      return writePersonCorrected(io, letter, content, now);
    case "mandate-offer":
      return writeMandateOffer(io, letter, content, now);
    case "further-nomination":
      return writeFurtherNomination(io, letter, content, now);
    case "nomination-reminder":
      return writeReminder(io, letter, content, now);
    case "late-start":
      return writeLateStart(io, letter, content, now);
    case "start-corrected":
      return writeStartCorrected(io, letter, content, now);
    case "state-of-reviews":
      return writeStateOfReviews(io, letter, content, now);
    case "start-undone":
      return writeStartUndone(io, letter, content, now);
    case "departure-corrected":
      return writeDepartureCorrected(io, letter, content, now);
    case "phase-corrected":
      return writePhaseCorrected(io, letter, content, now);
    case "phase-opened":
      return writePhaseOpened(io, letter, content, now);
    case "bulletin":
      return writeBulletin(io, letter, content, now);
    case "daily-list":
      return writeDailyList(io, content.day, now);
    case "digest":
      return writeDigest(io, letter, content, now, (copy, at) => writeLetter(io, copy, at));
    default:
      return writeAboutReview(io, letter, content, now);
  }
};

/** Returns the reviews that a letter was planned for; those of the reminder subject if an early row has none. */
const reviewsOf = async (
  store: Store,
  { obligationRefs }: Letter,
  reminderSubject: ReminderSubject,
): Promise<readonly Review[]> => {
  if (obligationRefs === undefined) return reviewsOn(store, reminderSubject);
  const aggregates = await store.loadMany("review", [...new Set(obligationRefs.map(({ review }) => review))]);
  return aggregates.map(({ state }) => state);
};

/** The reminder subject of a nomination. Throws Unwritable for another one. */
const nominationSubject = (reminderSubject: ReminderSubject): NominationSubject => {
  const { kind } = reminderSubject;
  if (!isNomination(kind)) throw new UnwritableLetter(`A nomination reminder cannot speak of ${kind}`);
  return { ...reminderSubject, kind };
};

/** Writes a reminder of nominations, only for steps that are still open and not replaced by a later step. */
const writeReminder = async (
  io: WriteIo,
  letter: Letter,
  content: Extract<LetterContent, { kind: "nomination-reminder" }>,
  now: Instant,
): Promise<WrittenLetter | NotWritten> => {
  const { store, frontEndUrl, replyTo } = io;
  const reviews = await reviewsOf(store, letter, content.reminderSubject);
  const open = stepsOfReminder(content).flatMap(({ reminderSubject, stepName }) => {
    const openedOn = openedOnOf(reviews, reminderSubject);
    return openedOn === undefined ? [] : [{ reminderSubject: nominationSubject(reminderSubject), stepName, openedOn }];
  });
  if (open.length === 0) return skip(whyNothingIsLeft(reviews, letter.obligationRefs ?? []));
  const [first, ...further] = open.filter(
    ({ reminderSubject, stepName, openedOn }) => !isOvertaken(reminderSubject, stepName, openedOn, now),
  );
  if (first === undefined) return skip("replaced");
  const obligationRefs = [first, ...further].flatMap(({ reminderSubject }) => refsOn(reviews, reminderSubject));
  const reached = await resolveAddress(io, letter.recipient);
  if (reached.kind === "skip") return reached;
  const { party } = first.reminderSubject;
  const parties = await io.parties.of([party, ...reviews.map((review) => review.party)]);
  const name = (id: PartyId) => partyNameOf(parties, id);
  const stepOf = (step: typeof first) => ({ ...step, reviews: reviewsOwed(reviews, step.reminderSubject, name) });
  const written = composedLetter(await letterWriterIn(reached.language, letter.id), {
    kind: "nomination-reminder",
    party: name(party),
    ...stepOf(first),
    further: further.map(stepOf),
    now,
    frontEndUrl,
    replyTo,
  });
  return writtenTo(reached, written, obligationRefs, [], reviews);
};

const writeInvitation = async (
  io: WriteIo,
  letter: LetterId,
  id: UserId,
  now: Instant,
): Promise<WrittenLetter | NotWritten> => {
  const { store, frontEndUrl, replyTo } = io;
  const [user, person] = await Promise.all([store.load("user", id), store.person(id)]);
  if (user === undefined || person === undefined) return skip("no-address");
  if (user.state.firstSeenAt !== undefined) return skip("done");
  const reached = await resolveAddress(io, { kind: "user", user: id });
  if (reached.kind === "skip") return reached;
  const { role } = user.state;
  const registeredFor = partiesOfUser(user.state);
  const everyHeld = await heldMandates(store, id, registeredFor, now);
  // It is about one party: the one that registered the person, as long as they serve it.
  const party = registeredFor.find((one) => everyHeld.some(({ mandate }) => mandate.party === one)) ?? user.state.party;
  const held = everyHeld.filter(({ mandate }) => mandate.party === party);
  const ids = [...(party === undefined ? [] : [party]), ...held.map(({ review }) => review.party)];
  const parties = await io.parties.of(ids);
  const written = composedLetter(await letterWriterIn(person.language, letter), {
    kind: "invitation",
    user: id,
    role,
    ...(party === undefined ? {} : { party: partyNameOf(parties, party) }),
    person: { name: person.name, email: person.email, gender: user.state.gender },
    mandates: held.map(({ review, mandate }) => ({
      role: mandate.role,
      review: review.id,
      underReview: partyNameOf(parties, review.party),
    })),
    now,
    frontEndUrl,
    replyTo,
  });
  const ofReviews = held.map(({ review }) => review.id);
  return writtenTo(reached, written, [], ofReviews);
};

/**
 * Returns the reviews that a letter is about: the ones that it names, or all of the party for a letter about a mandate.
 */
const reviewsAbout = async (store: Store, content: ReviewContent): Promise<readonly Review[]> => {
  if (content.kind === "handover" || (content.kind === "mandate-ended" && content.review === undefined)) {
    const aggregates = await store.loadMany("review", await store.reviewsOfParty(content.party));
    return aggregates.map(({ state }) => state);
  }
  if (content.kind === "party-left") {
    const aggregates = await store.loadMany("review", content.reviews);
    return aggregates.map(({ state }) => state);
  }
  const id = content.kind === "duty-reminder" ? content.reminderSubject.review : content.review;
  const aggregate = id === undefined ? undefined : await store.load("review", id);
  return aggregate === undefined ? [] : [aggregate.state];
};

const writeAboutReview = async (
  io: WriteIo,
  letter: Letter,
  content: ReviewContent,
  now: Instant,
): Promise<WrittenLetter | NotWritten> => {
  const { recipient } = letter;
  const { store, frontEndUrl, replyTo } = io;
  const [reviews, reached] = await Promise.all([reviewsAbout(store, content), resolveAddress(io, recipient)]);
  if (reached.kind === "skip") return reached;
  const parties = await io.parties.of(partiesAbout(content, recipient, reviews));
  const name = (id: PartyId) => partyNameOf(parties, id);
  const gathered = gather(content, recipient, {
    reviews,
    named: name,
    name: reached.name,
    gender: reached.gender,
    now,
    frontEndUrl,
    replyTo,
  });
  if (gathered.kind === "skip") return gathered;
  const written = composedLetter(await letterWriterIn(reached.language, letter.id), gathered.input);
  const obligationRefs = content.kind === "duty-reminder" ? refsOn(reviews, content.reminderSubject) : [];
  // A letter over all reviews of a mandate does not name them in advance: lists show their clusters afterwards.
  const names = "reviews" in gathered.input ? gathered.input.reviews.map(({ id }) => id) : [];
  return writtenTo(reached, written, obligationRefs, names, reviews);
};
