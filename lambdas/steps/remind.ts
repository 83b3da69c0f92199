import pMap from "p-map";
import { plannedLetter } from "../../domain/letter-states.ts";
import {
  mergeOccasions,
  momentOf,
  occasionsOf,
  openedOnOf,
  planFor,
  planOnOpening,
  scheduleName,
  spokenOn,
} from "../../domain/reminders.ts";
import type { LetterId } from "../../schemas/ids.ts";
import type { Letter, Occasion } from "../../schemas/letter.ts";
import type { Review } from "../../schemas/review.ts";
import type { Instant } from "../../schemas/values.ts";
import { log } from "../io/log.ts";
import type { Clock, Ledger, LetterQueues, Schedules, Store } from "../io/ports.ts";

export interface RemindIo {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly schedules: Schedules;
  readonly letterQueues: LetterQueues;
  readonly clock: Clock;
}

/** How many reminders are worked on at once. */
const atOnce = 8;

/** The paragraphs behind each reminder, kept on its letter for the explanation. */
const rules = {
  "focal-point": "Focal point within two weeks of the start: procedures and rules 18, guidelines 5. Reminder ladder: ",
  experts: "Governmental experts within four weeks of the start: guidelines 6. Reminder ladder: ",
} as const satisfies Record<Occasion["kind"], string>;

/**
 * Writes a letter down before anything is sent and orders its sending. Both may be repeated: the row is written
 * once, and an order for a letter that has left is dropped by the sender.
 */
export const planLetter = async (
  { ledger, letterQueues }: Pick<RemindIo, "ledger" | "letterQueues">,
  letter: Letter,
): Promise<"new" | "known"> => {
  const known = await ledger.letter(letter.id);
  if (known !== undefined && known.state !== "planned") return "known";
  const isNew = known === undefined && (await ledger.plan(letter));
  if (isNew) log("LETTER_PLANNED", { letter: letter.id, kind: letter.content.kind, party: letter.party });
  await letterQueues.order([letter.id]);
  return isNew ? "new" : "known";
};

export interface Reminded {
  /** The letter that is due now, if its row was not there before. */
  planned?: LetterId;
  /** The name of the schedule that is armed for the next rung. */
  armed?: string;
  newlyArmed?: boolean;
}

export interface RemindOptions {
  readonly planner?: typeof planFor | typeof planOnOpening;
  /** Names of schedules that are known to be armed. */
  readonly armed?: ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = new Set();

/**
 * Plans the reminder that an occasion asks for now and arms the next. Nothing for an occasion of which no given
 * review owes anything any more: answers undefined.
 */
export const remindOn = async (
  io: RemindIo,
  reviews: readonly Review[],
  occasion: Occasion,
  now: Instant,
  { planner = planFor, armed = nothing }: RemindOptions = {},
): Promise<Reminded | undefined> => {
  const openedOn = openedOnOf(reviews, occasion);
  if (openedOn === undefined) return undefined;
  const { due, next } = planner(occasion, openedOn, now);
  const reminded: Reminded = {};
  if (due !== undefined) {
    const letter = plannedLetter(
      {
        content: { kind: "nomination-reminder", occasion, rung: due },
        recipient: { kind: "mission", party: occasion.party },
        party: occasion.party,
        plannedFor: momentOf(due, openedOn, occasion.dueAt),
        rule: `${rules[occasion.kind]}${due}.`,
        speaksOf: spokenOn(reviews, occasion),
      },
      now,
    );
    if ((await planLetter(io, letter)) === "new") reminded.planned = letter.id;
  }
  if (next !== undefined) {
    const name = scheduleName(occasion, next.rung);
    if (!armed.has(name)) {
      await io.schedules.arm(name, next.at, { occasion, rung: next.rung }, now);
      reminded.newlyArmed = true;
    }
    reminded.armed = name;
  }
  return reminded;
};

/** The party's reviews in the occasion's group, as they stand now. */
export const reviewsOn = async (store: Store, { party, group }: Occasion): Promise<readonly Review[]> => {
  const heads = await store.loadMany("review", await store.reviewsOfParty(party));
  return heads.map(({ state }) => state).filter((review) => review.group === group);
};

/** Opens the reminding of everything that the given reviews owe: once a group, or one of its reviews, has started. */
export const remindOnOpening = async (io: RemindIo, reviews: readonly Review[]): Promise<void> => {
  const occasions = mergeOccasions(reviews.flatMap(occasionsOf));
  await pMap(occasions, (occasion) => remindOn(io, reviews, occasion, io.clock.now(), { planner: planOnOpening }), {
    concurrency: atOnce,
  });
};
