import { type Setting, sinceLaunch } from "../base/settings.ts";

/**
 * The acts of a user or a party that are counted in a day of Vienna's calendar. `recipients` are those of bulletins
 * that an officer ordered without a second person: above their limit (`recipientsPerDay`) a bulletin is not refused,
 * but needs one.
 */
export type Counted = "commands" | "letters" | "namings" | "contacts" | "recipients";

/**
 * The holder of a daily limit: one person of a party, a party with all its people, one user of the secretariat or the
 * President.
 */
export type LimitedAs = "person" | "party" | "officer";

/**
 * The daily limits [D]. A caller who has reached a limit gets 429 until the next day. `commands` are accepted commands,
 * `letters` those that they caused. `namings` are commands by which a party names, replaces or removes people, or gives
 * an address: each of them can send letters to an address that the party gave. `contacts` are people of other parties
 * whose e-mail address and telephone a caller reads.
 */
export const dayLimits: Setting<Readonly<Record<LimitedAs, { readonly [C in Counted]?: number }>>> = sinceLaunch(
  ["D"],
  {
    person: {
      // A draft that a front end saves every 30 seconds, day and night, is 2,880 commands.
      commands: 3_000,
      // A focal point who submits for every instrument of eight reviews on one day causes fewer than 300.
      letters: 500,
      // A person who serves reads the contacts of counterparts in a few reviews. The register has more people than
      // this.
      contacts: 1_000,
    },
    party: {
      // Thirty people of a party may write drafts all through a working day: 8 hours of one draft per minute and more.
      commands: 20_000,
      // The people of a party share this, so that no group of accounts floods the others.
      letters: 1_000,
      // A focal point, experts and observers for every review of a cluster, with as many corrections.
      namings: 60,
    },
    officer: {
      // Bulk work: a command for each of 189 parties, a hundred times.
      commands: 20_000,
      // Starts of groups and bulletins cause letters to all parties and to all their people.
      letters: 50_000,
      // The secretariat works through lists of people, and copies no register.
      contacts: 10_000,
    },
  },
);
