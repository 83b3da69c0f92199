import * as z from "zod";

/** What can be done through the API. Who may, stands in the one table of permissions. */
export const Action = z.enum([
  "system.read",
  "pairings.read",
  "country-profile.read",
  "me.read",
  "parties.read",
  "party.import",
  "party.correct",
  "mission.read",
  "mission.write",
  "groups.read",
  "group.start",
  "reviews.list",
  "review.read",
  "mandates.read",
  "focal-point.name",
  "expert.name",
  "observer.name",
  "obligations.read",
  "letters.read",
  "letters.list-all",
  "review.journal",
  "missing-nominations.read",
  "user.register",
]);
export type Action = z.infer<typeof Action>;
