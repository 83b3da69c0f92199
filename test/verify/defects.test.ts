import { beforeAll, describe, expect, test } from "vitest";
import type { FindingKind } from "../../bin/verify/finding.ts";
import type { LoggedRequest } from "../../bin/verify/request-log.ts";
import type { Mail } from "../../bin/verify/mailbox.ts";
import { livedThrough, type Planted, verifyWith } from "./course.ts";

let api: Awaited<ReturnType<typeof livedThrough>>;
beforeAll(async () => {
  api = await livedThrough();
}, 60_000);

const letters = /^\/v1\/letters\/explanations$/u;
const feed = /^\/v1\/journal$/u;
const journalOf = (subject: string) => new RegExp(`^/v1/journal/${subject.replace("#", "/")}$`, "u");

const itemsOf = (body: any, change: (items: any[]) => any[]) => ({ ...body, items: change(body.items) });
const ofKind =
  (kind: string, more: (letter: any) => boolean = () => true) =>
  (one: any) =>
    one.letter.kind === kind && more(one);
/** The first of a list that fits is changed, or left out where nothing is given back. */
const once = (fits: (one: any) => boolean, change: (one: any) => any = () => undefined) => {
  let done = false;
  return (items: any[]): any[] =>
    items.flatMap((one) => {
      if (done || !fits(one)) return [one];
      done = true;
      const changed = change(structuredClone(one));
      return changed === undefined ? [] : [changed];
    });
};
const answering = (path: RegExp, change: (items: any[]) => any[]): Planted => ({
  answers: [{ path, change: (body) => itemsOf(body, change) }],
});
const inMails = (change: (mails: Mail[]) => readonly Mail[]): Planted => ({ mails: change });
const inLog = (change: (log: LoggedRequest[]) => readonly LoggedRequest[]): Planted => ({ log: change });
const later = (at: string, hours: number) => new Date(Date.parse(at) + hours * 3_600_000).toISOString();
const reminder = ofKind("nomination-reminder", ({ rung }) => rung === "d+1");
const dutyReminder = ofKind("duty-reminder", ({ rung }) => rung === "d-28");
const moved = (one: any, hours: number) => ({
  ...one,
  history: one.history.map((step: any) => ({ ...step, at: later(step.at, hours) })),
});
const replaced = (mail: Mail, from: string | RegExp, to: string): Mail => ({
  ...mail,
  text: mail.text.replace(from, to),
  html: mail.html.replace(from, to),
});
const isReminder = ({ subject }: Mail) => subject.startsWith("Reminder: nomination of a focal point");

/** A defect in words, what plants it, the finding that must name it, and what it must name. */
const defects: readonly [string, Planted, FindingKind, RegExp][] = [
  ["a mail is lost", inMails((mails) => mails.slice(1)), "letter-without-mail", /^letter [0-9a-f]{40}/u],
  ["a mail leaves twice", inMails((mails) => [...mails, mails[5]!]), "letter-mailed-twice", /^letter [0-9a-f]{40}/u],
  [
    "a mail leaves an hour after its claim",
    inMails((mails) => mails.map((mail, place) => (place === 5 ? { ...mail, at: later(mail.at, 1) } : mail))),
    "mail-time-differs",
    /^letter/u,
  ],
  [
    "a mail goes to another address",
    inMails(once(isReminder, (mail) => ({ ...mail, to: ["somebody@example.org"] }))),
    "mail-to-other-address",
    /^letter/u,
  ],
  ["a row of the ledger is lost", answering(letters, once(reminder)), "mail-without-letter", /^mail/u],
  [
    "a reminder is never written down",
    answering(letters, once(reminder)),
    "reminder-missing",
    /^mission:.*step d\+1 /u,
  ],
  [
    "a reminder is skipped as done while the duty is open",
    answering(
      letters,
      once(reminder, (one) => ({
        ...one,
        letter: { ...one.letter, state: "skipped", reason: "done" },
        history: [one.history[0], { at: one.history[1].at, state: "skipped", why: "done" }],
      })),
    ),
    "reminder-missing",
    /^mission:.*step d\+1 /u,
  ],
  [
    "a focal point is not reminded of a duty of work",
    answering(
      letters,
      once((one) => dutyReminder(one) && one.recipient.startsWith("user")),
    ),
    "reminder-missing",
    /^user:.*c1-IE questionnaire:IE.*step d-28 /u,
  ],
  [
    "a reminder leaves two days late",
    answering(
      letters,
      once(reminder, (one) => moved(one, 48)),
    ),
    "reminder-late",
    /d\+1/u,
  ],
  [
    "a reminder leaves a day early",
    answering(
      letters,
      once(reminder, (one) => moved(one, -24)),
    ),
    "reminder-early",
    /d\+1/u,
  ],
  [
    "a reminder leaves for what was met",
    answering(
      letters,
      once(
        ofKind("nomination-reminder", ({ occasion, rung }) => occasion.party === "IE" && rung === "start"),
        (one) => moved(one, 24 * 30),
      ),
    ),
    "reminder-after-end",
    /^letter/u,
  ],
  [
    "a reminder goes to another party's mission",
    answering(
      letters,
      once(reminder, (one) => ({ ...one, letter: { ...one.letter, recipient: "permanent mission of TD" } })),
    ),
    "reminder-unfounded",
    /to mission:TD/u,
  ],
  [
    "a party does not hear of the delay",
    answering(letters, once(ofKind("delay-notified"))),
    "notice-missing",
    /delay-notified of c1-IE/u,
  ],
  [
    "an expert does not hear that the answers are in",
    answering(letters, once(ofKind("answers-received"))),
    "notice-missing",
    /answers-received of c1-IE/u,
  ],
  [
    "a party that has no part hears of the delay",
    answering(
      letters,
      once(ofKind("delay-notified"), (one) => ({
        ...one,
        letter: { ...one.letter, recipient: "permanent mission of GR" },
      })),
    ),
    "notice-unfounded",
    /to mission:GR/u,
  ],
  [
    "a notice leaves a day late",
    answering(
      letters,
      once(ofKind("delay-notified"), (one) => moved(one, 24)),
    ),
    "notice-late",
    /delay-notified of c1-IE/u,
  ],
  [
    "a person who was named is not invited",
    answering(letters, once(ofKind("invitation"))),
    "notice-missing",
    /^user:.*invitation/u,
  ],
  [
    "a letter waits for ever",
    answering(
      letters,
      once(reminder, (one) => ({ ...one, letter: { ...one.letter, state: "planned" }, history: [one.history[0]] })),
    ),
    "letter-stuck",
    /^letter/u,
  ],
  [
    "a letter says another due day",
    inMails(once(isReminder, (mail) => replaced(mail, /15\s+December\s+2020, Vienna/u, "16 December 2020, Vienna"))),
    "text-day-unconfirmed",
    /^letter/u,
  ],
  [
    "a letter says another day of start",
    inMails(
      once(isReminder, (mail) => replaced(mail, /started\s+on\s+1\s+December\s+2020/u, "started on 15 December 2020")),
    ),
    "text-day-unconfirmed",
    /^letter/u,
  ],
  [
    "a letter names a party that has no part",
    inMails(
      once(isReminder, (mail) => ({ ...mail, html: mail.html.replace(/<bdi>[^<]+<\/bdi>/u, "<bdi>Chile</bdi>") })),
    ),
    "text-name-unconfirmed",
    /^letter/u,
  ],
  [
    "a letter names nobody whom the API knows",
    inMails(
      once(isReminder, (mail) => ({ ...mail, html: mail.html.replace(/<bdi>[^<]+<\/bdi>/u, "<bdi>Ruritania</bdi>") })),
    ),
    "text-name-unconfirmed",
    /^letter/u,
  ],
  [
    "a letter names another review",
    inMails(once(isReminder, (mail) => replaced(mail, /c1-[A-Z]{2}/u, "c1-ZW"))),
    "text-review-unconfirmed",
    /^letter/u,
  ],
  [
    "an entry of a journal was rewritten",
    {
      answers: [feed, journalOf("review#c1-IE")].map((path) => ({
        path,
        change: (body: any) =>
          itemsOf(body, (items) =>
            items.map((one) =>
              one.version === 3 && (one.subject ?? "review#c1-IE") === "review#c1-IE"
                ? { ...one, by: "somebody" }
                : one,
            ),
          ),
      })),
    },
    "chain-broken",
    /^review#c1-IE/u,
  ],
  [
    "the last entry of a party's journal is lost",
    {
      answers: [feed, journalOf("party#FR")].map((path) => ({
        path,
        change: (body: any) =>
          itemsOf(body, (items) =>
            items.filter(
              (one) => (one.subject ?? "party#FR") !== "party#FR" || !JSON.stringify(one).includes("contact-recorded"),
            ),
          ),
      })),
    },
    "chain-broken",
    /^party#FR/u,
  ],
  [
    "a head is deleted",
    answering(/^\/v1\/journal\/review$/u, (items) => items.filter(({ id }) => id !== "c1-GR")),
    "head-missing",
    /^review#c1-GR/u,
  ],
  [
    "the feed forgets an entry",
    answering(
      feed,
      once(({ subject, version }) => subject === "review#c1-IE" && version === 2),
    ),
    "feed-incomplete",
    /^review#c1-IE/u,
  ],
  [
    "the API says another due date than the journal",
    {
      answers: [
        {
          path: /^\/v1\/reviews\/c1-IE$/u,
          change: (body: any) => ({
            ...body,
            obligations: once(
              ({ id }) => id === "feedback:FR",
              (one) => ({ ...one, dueAt: "2022-01-14T22:59:59.999Z" }),
            )(body.obligations),
          }),
        },
      ],
    },
    "duty-differs",
    /^c1-IE feedback:FR/u,
  ],
  [
    "a review is on no list of a stage",
    answering(/^\/v1\/reviews$/u, (items) => items.filter(({ id }) => id !== "c1-GR")),
    "review-in-no-stage",
    /^c1-GR/u,
  ],
  [
    "a review is on the lists of two stages",
    {
      answers: [
        {
          path: /^\/v1\/reviews$/u,
          change: (body: any, query) =>
            query.get("stage") === "concluded" ? { ...body, items: [...body.items, { id: "c1-GR" }] } : body,
        },
      ],
    },
    "review-in-two-stages",
    /^c1-GR/u,
  ],
  [
    "a figure is one too many",
    {
      answers: [
        {
          path: /^\/v1\/figures\/current$/u,
          change: (body: any) => ({
            ...body,
            figures: body.figures.map((one: any) =>
              one.figure === "blockers" ? { ...one, total: one.total + 1 } : one,
            ),
          }),
        },
      ],
    },
    "figure-miscounted",
    /^blockers/u,
  ],
  [
    "a duty that is overdue is in no figure",
    {
      answers: [
        {
          path: /^\/v1\/figures\/current\/duties-overdue$/u,
          change: (body: any) => ({ ...body, items: body.items.slice(1), count: body.count - 1 }),
        },
      ],
    },
    "figure-differs",
    /^duties-overdue: c1-/u,
  ],
  [
    "everybody is told who sees to a review",
    {
      answers: [{ path: /^\/v1\/reviews\/c1-[A-Z]{2}$/u, change: (body: any) => ({ ...body, officer: "u-somebody" }) }],
    },
    "field-not-permitted",
    /^(?:mission|focal-point) of [A-Z]{2}: GET \/v1\/reviews\//u,
  ],
  [
    "a mission is told what another party owes",
    {
      answers: [
        {
          path: /^\/v1\/reviews\/c1-[A-Z]{2}$/u,
          change: (body: any) => ({
            ...body,
            obligations: [...body.obligations, { ...body.obligations[0], id: "experts:ZZ", party: "ZZ" }],
          }),
        },
      ],
    },
    "field-not-permitted",
    /^mission of [A-Z]{2}: GET \/v1\/reviews\//u,
  ],
  [
    "the public reads a telephone number in a profile",
    {
      answers: [
        { path: /^\/v1\/country-profiles\/[A-Z]{2}$/u, change: (body: any) => ({ ...body, phone: "+43 1 26060" }) },
      ],
    },
    "field-not-permitted",
    /^public: GET \/v1\/country-profiles/u,
  ],
  [
    "a contact that was acknowledged is not there",
    answering(/^\/v1\/parties\/FR\/contacts$/u, () => []),
    "write-lost",
    /^POST \/v1\/parties\/FR\/contacts/u,
  ],
  [
    "of two contacts at once one took the other's place",
    inLog((log) => {
      const contact = log.find(({ path }) => path.endsWith("/contacts"))!;
      return [...log, { ...contact, key: "another", reply: { ...Object(contact.reply), note: "Another call" } }];
    }),
    "write-lost",
    /^POST \/v1\/parties\/FR\/contacts/u,
  ],
  [
    "a delay that was acknowledged is in no journal",
    inLog((log) =>
      log.map((line) =>
        line.path.endsWith("/delay") ? { ...line, reply: { ...Object(line.reply), version: 99 } } : line,
      ),
    ),
    "write-lost",
    /^POST \/v1\/reviews\/c1-IE\/obligations\/questionnaire:IE\/delay/u,
  ],
  [
    "a repeated key was answered in another way",
    inLog((log) => {
      const naming = log.find(({ path }) => path.endsWith("/mandates"))!;
      return [...log, { ...naming, reply: { ...Object(naming.reply), mandate: "m-another" } }];
    }),
    "write-lost",
    /^POST \/v1\/parties\/[A-Z]{2}\/mandates/u,
  ],
  [
    "two settings were answered with one version",
    inLog((log) => {
      const line = log.find(({ path }) => path.endsWith("/delay"))!;
      return [...log, { ...line, key: "another", body: { ...Object(line.body), dueOn: "2021-06-25" } }];
    }),
    "write-lost",
    /\/delay$/u,
  ],
];

describe("the checker", () => {
  test("finds nothing in a course that nobody disturbed, and says what it looked at", async () => {
    const { findings, counts } = await verifyWith(api, {});
    expect(findings).toEqual([]);
    for (const what of [
      "acknowledged writes",
      "readings by other roles",
      "journals",
      "reminders recomputed",
      "notices recomputed",
      "mails",
      "letters",
      "texts read",
      "figures",
    ])
      expect([what, (counts.get(what) ?? 0) > 5]).toEqual([what, true]);
  });

  test.each(defects)("reports that %s", async (_, planted, kind, about) => {
    const { findings } = await verifyWith(api, planted);
    const those = findings.filter((finding) => finding.kind === kind && about.test(finding.about));
    expect(those.length > 0 ? kind : findings).toEqual(kind);
  });
});
