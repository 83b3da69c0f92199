import { expect } from "vitest";
import type { FindingKind } from "../../bin/verify/finding.ts";
import type { Mail } from "../../bin/verify/mailbox.ts";
import type { LoggedRequest } from "../../bin/verify/request-log.ts";
import { type PlayedCourse, type PlantedDefect, verifyWith } from "./course.ts";

export const letters = /^\/v1\/letters$/u;
export const feed = /^\/v1\/journal$/u;
export const journalOf = (subject: string) => new RegExp(`^/v1/journal/${subject.replace("#", "/")}$`, "u");

/** The text of one letter. */
export const letterText = (change: (text: any) => object): PlantedDefect => ({
  answers: [
    {
      path: /^\/v1\/letters\/[0-9a-f]{40}$/u,
      change: (body) => ({ ...body, text: { ...body.text, ...change(body.text) } }),
    },
  ],
});

/** A letter as the checker reads it: its explanation, with the letter. */
const asRead = ({ explanation, ...letter }: any) => ({ ...explanation, letter, recipient: letter.recipient });
const asAnswered = ({ letter, recipient: _, ...explanation }: any) => ({ ...letter, explanation });
/** Changes the items of a list; letters only where the checker asked for their explanations. */
export const itemsOf = (body: any, change: (items: any[]) => any[]) => {
  const [{ plannedAt, explanation } = {} as any] = body.items;
  if (explanation !== undefined) return { ...body, items: change(body.items.map(asRead)).map(asAnswered) };
  return plannedAt === undefined ? { ...body, items: change(body.items) } : body;
};
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
