import { expect } from "vitest";
import type { FindingKind } from "../../bin/verify/finding.ts";
import type { Mail } from "../../bin/verify/mailbox.ts";
import type { LoggedRequest } from "../../bin/verify/request-log.ts";
import { type PlayedCourse, type PlantedDefect, verifyWith } from "./course.ts";

export const letters = /^\/v1\/letters\/explanations$/u;
export const feed = /^\/v1\/journal$/u;
export const journalOf = (subject: string) => new RegExp(`^/v1/journal/${subject.replace("#", "/")}$`, "u");

export const itemsOf = (body: any, change: (items: any[]) => any[]) => ({ ...body, items: change(body.items) });
export const ofKind =
  (kind: string, more: (letter: any) => boolean = () => true) =>
  (one: any) =>
    one.letter.kind === kind && more(one);
/** The first of a list that fits is changed, or left out where nothing is given back. */
export const once = (fits: (one: any) => boolean, change: (one: any) => any = () => undefined) => {
  let done = false;
  return (items: any[]): any[] =>
    items.flatMap((one) => {
      if (done || !fits(one)) return [one];
      done = true;
      const changed = change(structuredClone(one));
      return changed === undefined ? [] : [changed];
    });
};
export const inAnswers = (path: RegExp, change: (items: any[]) => any[]): PlantedDefect => ({
  answers: [{ path, change: (body) => itemsOf(body, change) }],
});
export const inMails = (change: (mails: Mail[]) => readonly Mail[]): PlantedDefect => ({ mails: change });
export const inLog = (change: (log: LoggedRequest[]) => readonly LoggedRequest[]): PlantedDefect => ({ log: change });
/** Returns the instant this number of hours later. */
export const later = (at: string, hours: number) => new Date(Date.parse(at) + hours * 3_600_000).toISOString();
export const reminder = ofKind("nomination-reminder", ({ rung }) => rung === "d+1");
export const obligationReminder = ofKind("duty-reminder", ({ rung }) => rung === "d-28");
export const moveRow = (one: any, hours: number) => ({
  ...one,
  history: one.history.map((step: any) => ({ ...step, at: later(step.at, hours) })),
});
export const replaceInMail = (mail: Mail, from: string | RegExp, to: string): Mail => ({
  ...mail,
  text: mail.text.replace(from, to),
  html: mail.html.replace(from, to),
});
export const isReminder = ({ subject }: Mail) => subject.startsWith("Reminder: nomination of a focal point");

/** A defect in words, its replacement replies, the kind of finding that must report it, and a pattern for its subject. */
export type Defect = readonly [what: string, planted: PlantedDefect, kind: FindingKind, about: RegExp];

export const expectReported = async (api: PlayedCourse, [, planted, kind, about]: Defect): Promise<void> => {
  const { findings } = await verifyWith(api, planted);
  const those = findings.filter((finding) => finding.kind === kind && about.test(finding.about));
  expect(those.length > 0 ? kind : findings).toEqual(kind);
};
