import type { ComposeInput } from "../../../domain/letters/content/compose.ts";
import { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import { party, reminder } from "./letter-samples.ts";

const where = { frontEndUrl: "https://reviews.example.org/", replyTo: "secretariat@reviews.example.org" };
const today = "2021-08-20T10:00:00.000Z";

/** The departure of Peru was on another day, or there was none. */
const departureCorrected = (reader: "mission" | "focal-point", leftOn?: string): ComposeInput => {
  const { party: mission, reviews } = reminder("focal-point", "start", today);
  return {
    kind: "departure-corrected",
    language: "en",
    reader:
      reader === "mission"
        ? { kind: "mission", party: mission }
        : { kind: "person", name: "Claire Martin", party: mission, role: "focal-point" },
    party: mission,
    left: party("PE", "Peru"),
    toldDay: CalendarDate.parse("2021-08-02"),
    correctedOn: CalendarDate.parse("2021-08-20"),
    reason: "The depositary notified it anew.",
    leftOn: leftOn === undefined ? undefined : CalendarDate.parse(leftOn),
    reviews,
    now: Instant.parse(today),
    ...where,
  };
};

/** Letters about what was recorded wrongly and is corrected, or undone, for parties and phases. */
export const correctionSamples: Readonly<Record<string, ComposeInput>> = {
  "departure-corrected": departureCorrected("mission", "2021-07-30"),
  "departure-undone": departureCorrected("mission"),
  "departure-undone-to-a-person": departureCorrected("focal-point"),
};
