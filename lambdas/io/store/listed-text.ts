import type { ReviewId } from "../../../schemas/base/ids.ts";
import { Instrument } from "../../../schemas/base/values.ts";
import { FigureKind } from "../../../schemas/model/figure-kind.ts";
import { ListedReview } from "../../../schemas/model/listed-review.ts";
import { SeatRole, Stage } from "../../../schemas/model/review.ts";
import { parseRow } from "./row.ts";
import {
  byPlace,
  joined,
  readDay,
  readGroup,
  readInstant,
  readNumber,
  split,
  writeDay,
  writeGroup,
  writeInstant,
  writeNumber,
} from "./text-fields.ts";

/*
 * A review in lists as a short text, a fifth as long as its attributes. Fields are joined by `|`, items of a field by `,`.
 */

const stages = byPlace(() => Stage.options);
const roles = byPlace(() => SeatRole.options);
const instruments = byPlace(() => Instrument.options);
const blockers = byPlace(() => FigureKind.options);

type Blocking = ListedReview["blocking"][number];
/** A time in which something blocks the review; a date that is as old as this time has no time of its own. */
const writeBlocking = ({ party, blocker, from, to, dues }: Blocking): string =>
  [
    `${blockers.write(blocker)}${party ?? ""}`,
    writeInstant(from),
    writeInstant(to),
    ...dues.flatMap((due) => [due.from === from ? "" : writeInstant(due.from), writeInstant(due.dueAt)]),
  ].join(".");
const readBlocking = (text: string): unknown => {
  const [what = "", since, until, ...dates] = text.split(".");
  const [from, to, party] = [readInstant(since), readInstant(until), what.slice(1)];
  return {
    ...(party === "" ? {} : { party }),
    blocker: blockers.read(what[0]),
    from,
    ...(to === undefined ? {} : { to }),
    dues: dates.flatMap((date, place) =>
      place % 2 === 0 ? [{ from: readInstant(date) ?? from, dueAt: readInstant(dates[place + 1]) }] : [],
    ),
  };
};

/** Returns a review as its row in lists has it. Its id is the sort key of the row. */
export const listedText = (listed: Omit<ListedReview, "party">): string =>
  [
    writeGroup(listed.group, listed.id),
    stages.write(listed.stage),
    writeInstant(listed.stageSince),
    writeNumber(listed.version),
    joined(listed.seats, (seat) =>
      [seat.party, roles.write(seat.role), ...seat.instruments.map(instruments.write)].join(""),
    ),
    joined(listed.blocking, writeBlocking),
    writeDay(listed.startedOn),
    writeDay(listed.discontinuedOn),
    listed.officer?.slice("u-".length) ?? "",
    writeDay(listed.reviewerLimitWaivedOn),
    joined(listed.redraws, ({ from, to, drawnOn }) => `${from}${to}${writeDay(drawnOn)}`),
  ]
    .join("|")
    .replace(/\|+$/u, "");

/** Returns the review of a row in lists, by its id. Throws an UnreadableRow on a text of another kind. */
export const readListedText = (id: ReviewId, text: string): ListedReview => {
  const [group, stage, stageSince, version, seats, blocking, startedOn, discontinuedOn, officer, waivedOn, redraws] =
    text.split("|");
  const drawn = split(redraws);
  const fields = {
    id,
    party: id.slice(-2),
    group: readGroup(group, id),
    seats: split(seats).map((seat) => ({
      party: seat.slice(0, 2),
      role: roles.read(seat[2]),
      instruments: seat.slice(3).split("").map(instruments.read),
    })),
    stage: stages.read(stage),
    stageSince: readInstant(stageSince),
    startedOn: readDay(startedOn),
    discontinuedOn: readDay(discontinuedOn),
    officer: officer === undefined || officer === "" ? undefined : `u-${officer}`,
    blocking: split(blocking).map(readBlocking),
    reviewerLimitWaivedOn: readDay(waivedOn),
    redraws:
      drawn.length === 0
        ? undefined
        : drawn.map((one) => ({ from: one.slice(0, 2), to: one.slice(2, 4), drawnOn: readDay(one.slice(4)) })),
    version: readNumber(version),
  };
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return parseRow(ListedReview, given, "listed review");
};
