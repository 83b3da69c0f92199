import fc from "fast-check";
import { PartyId } from "../../../schemas/base/ids.ts";
import { CalendarDate, Instant } from "../../../schemas/base/values.ts";

/* Fields of rows in lists, as a property makes them up. */

const letters = fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ".split(""));
export const party = fc.tuple(letters, letters).map((two) => PartyId.parse(two.join("")));
export const instant = fc
  .date({ min: new Date(0), max: new Date("2999-12-31T23:59:59.999Z"), noInvalidDate: true })
  .map((date) => Instant.parse(date.toISOString()));
export const day = instant.map((each) => CalendarDate.parse(each.slice(0, 10)));
/** A field that may be left out. */
export const optional = (name: string, value: fc.Arbitrary<unknown>) =>
  fc.option(value).map((found) => (found === null ? {} : { [name]: found }));
