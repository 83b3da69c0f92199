import { epochOf, instantOf } from "../../../domain/base/time.ts";
import type { GroupId, ReviewId } from "../../../schemas/base/ids.ts";
import { Instrument, type Instant } from "../../../schemas/base/values.ts";
import { FigureKind } from "../../../schemas/model/figure-kind.ts";
import { ListedReview } from "../../../schemas/model/listed-review.ts";
import { SeatRole, Stage } from "../../../schemas/model/review.ts";
import { parseRow } from "./row.ts";

/*
 * A review in lists as a short text, a fifth as long as its attributes. A list that is sorted or filtered reads the rows
 * of all reviews, and pays by their length. Fields are joined by `|`, items of a field by `,`. An option of an enum is
 * its place as one letter or digit, an instant is in milliseconds, and numbers are in base 36.
 */

/** Returns the place of an option as a digit or letter, and the option of a place. */
const byPlace = (optionsOf: () => readonly string[]) => ({
  write: (option: string): string => optionsOf().indexOf(option).toString(36),
  read: (place: string | undefined): string | undefined => optionsOf()[Number.parseInt(place ?? "", 36)],
});
const stages = byPlace(() => Stage.options);
const roles = byPlace(() => SeatRole.options);
const instruments = byPlace(() => Instrument.options);
const blockers = byPlace(() => FigureKind.options);

const writeNumber = (number: number): string => number.toString(36);
const writeInstant = (instant: Instant | undefined): string =>
  instant === undefined ? "" : writeNumber(epochOf(instant));
/** Returns the instant; a text that is none as it is, which the schema of the row refuses. */
const readInstant = (text: string | undefined): string | undefined => {
  if (text === undefined || text === "") return undefined;
  const milliseconds = Number.parseInt(text, 36);
  return writeNumber(milliseconds) === text ? instantOf(milliseconds) : text;
};

/** A date in eight digits. */
const writeDay = (day: string | undefined): string => (day ?? "").replaceAll("-", "");
const readDay = (text: string | undefined): string | undefined =>
  text === undefined || text === "" ? undefined : `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;

const prefixOf = (id: ReviewId): string => id.slice(0, -2);
/** Returns the group without the cycle and cluster that it shares with its review. */
const writeGroup = (group: GroupId, id: ReviewId): string =>
  group.startsWith(prefixOf(id)) ? group.slice(prefixOf(id).length) : group;
const readGroup = (text: string | undefined, id: ReviewId): string | undefined =>
  text?.includes("-") === false ? `${prefixOf(id)}${text}` : text;

const joined = <Item>(items: readonly Item[] | undefined, write: (item: Item) => string): string =>
  (items ?? []).map(write).join(",");
const split = (text: string | undefined): readonly string[] =>
  text === undefined || text === "" ? [] : text.split(",");

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
    version: Number.parseInt(version ?? "", 36),
  };
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return parseRow(ListedReview, given, "listed review");
};
