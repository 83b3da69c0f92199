import { type Api, itemsOf } from "../../client/client.ts";
import type { Tally } from "./finding.ts";
import { isJudged } from "./judged.ts";
import type { LetterRow } from "./letters.ts";
import { mailedRows } from "./recipients.ts";
import type { Readings } from "./read.ts";
import type { ReminderClock } from "./reminders.ts";

const approvalRule =
  "Two persons where it counts [D]: above 100 recipients of one officer's bulletins of a day, another person approves";
const audienceRule = "A bulletin reaches its fixed recipients, each once, and no others";
const textRule = "A bulletin says what it means to each reader: no placeholder is left in it";

/** Number of recipients to which an officer may write in a day without a second person. */
const mostAlone = 100;
/** The day of Vienna's calendar of an instant. */
const dayInVienna = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Vienna" });
/** States in which no letter of a bulletin has left, or not all have. */
const unsent: ReadonlySet<string> = new Set(["awaiting-approval", "scheduled", "cancelled", "ordered"]);

const recipientOf = (recipient: { readonly kind: string; readonly party?: string; readonly user?: string }): string =>
  recipient.kind === "mission" ? `mission:${recipient.party ?? ""}` : `user:${recipient.user ?? ""}`;

/** Returns whether a letter belongs to a bulletin by its reference; a letter that was never written has none. */
const isOf = (reference: string | undefined, bulletin: string): boolean => reference?.includes(bulletin) ?? true;

/** Checks each bulletin: its approval, its recipients, and that its text was filled in. */
export const checkBulletins = async (
  api: Api,
  rows: readonly LetterRow[],
  readings: Readings,
  timing: ReminderClock,
  tally: Tally,
): Promise<void> => {
  const mailed = mailedRows(rows, readings.mails).filter(({ row }) => row.kind === "bulletin");
  for (const { row, mail } of mailed)
    if (/\{\{|\}\}/u.test(mail.subject + mail.text + mail.html))
      tally.report("bulletin-differs", `letter ${row.id} to ${row.to}`, "a placeholder is left in it", textRule);
  const bulletins = await itemsOf((page) => api.GET("/v1/bulletins", { params: { query: page } }));
  const alone = new Map<string, number>();
  for (const { id, state, recipients, orderedAt, orderedBy, approvedBy } of bulletins) {
    tally.count("bulletins");
    if (unsent.has(state) || !isJudged(orderedAt, timing)) continue;
    if (approvedBy === undefined || approvedBy === orderedBy) {
      const officerDay = `${orderedBy} on ${dayInVienna.format(new Date(orderedAt))}`;
      const sum = (alone.get(officerDay) ?? 0) + recipients;
      alone.set(officerDay, sum);
      if (sum > mostAlone)
        tally.report(
          "bulletin-differs",
          id,
          `${sum} recipients of ${officerDay} without a second person`,
          approvalRule,
        );
    }
    const path = { bulletinId: id };
    const frozen = await itemsOf((page) =>
      api.GET("/v1/bulletins/{bulletinId}/recipients", { params: { path, query: page } }),
    );
    const wanted = new Set(frozen.map(({ recipient }) => recipientOf(recipient)));
    const own = rows.filter(({ kind, explanation }) => kind === "bulletin" && isOf(explanation.letter.reference, id));
    if (own.length === 0) continue;
    const reached = new Set(own.map(({ to }) => to.replace(/:before-\d+$/u, "")));
    for (const to of reached)
      if (!wanted.has(to))
        tally.report("bulletin-differs", id, `it went to ${to}, who is none of its fixed recipients`, audienceRule);
    if (state === "sent")
      for (const to of wanted)
        if (!reached.has(to)) tally.report("bulletin-differs", id, `it has no letter to ${to}`, audienceRule);
  }
};

/** Percentage of the reviews of the first group that must be concluded before the next phase is opened. */
const gatePercent = 70;

/** Compares the gate of each phase in the API with the share that the rules require. */
export const checkGates = ({ phases }: Readings, tally: Tally): void => {
  for (const { cluster, gate } of phases) {
    if (gate === undefined) continue;
    tally.count("gates of phases");
    const needed = Math.ceil((gate.of * gatePercent) / 100);
    if (gate.needed !== needed || gate.reached !== gate.concluded >= needed)
      tally.report(
        "gate-miscounted",
        `the gate of the phase of cluster ${cluster}`,
        `it says ${gate.concluded} of ${gate.of}, ${gate.needed} needed; ${needed} are`,
        "Groups, clusters and phases: 70 per cent of the reviews of the first group [S25]",
      );
  }
};
