import { beforeAll, describe, expect, test } from "vitest";
import { type PlayedCourse, playCourse, verifyWith } from "./course.ts";
import {
  type Defect,
  expectReported,
  inAnswers,
  obligationReminder,
  inMails,
  isReminder,
  later,
  letters,
  letterText,
  moveRow,
  ofKind,
  once,
  reminder,
  replaceInMail,
} from "./answer-changes.ts";

let api: PlayedCourse;
beforeAll(async () => {
  api = await playCourse();
});

const defects: readonly Defect[] = [
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
    inMails(once(isReminder, (mail) => ({ ...mail, to: ["stranger@example.org"] }))),
    "mail-to-other-address",
    /^letter/u,
  ],
  [
    "a letter is shown otherwise than it arrived",
    letterText(({ text }) => ({ text: `${text} ` })),
    "letter-text-differs",
    /^letter [0-9a-f]{40}/u,
  ],
  [
    "a letter is shown with other dates than its file has",
    letterText(({ calendar }) => ({ calendar: `${calendar} ` })),
    "letter-text-differs",
    /^letter [0-9a-f]{40}/u,
  ],
  [
    "a letter is said to have gone to another address",
    letterText(() => ({ address: "a@example.org" })),
    "letter-text-differs",
    /^letter [0-9a-f]{40}/u,
  ],
  ["a row of the ledger is lost", inAnswers(letters, once(reminder)), "mail-without-letter", /^mail/u],
  [
    "a reminder is never written down",
    inAnswers(letters, once(reminder)),
    "reminder-missing",
    /^mission:.*step d\+1 /u,
  ],
  [
    "a reminder is skipped as done while the obligation is open",
    inAnswers(
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
    "a focal point is not reminded of an obligation of work",
    inAnswers(
      letters,
      once((one) => obligationReminder(one) && one.recipient.kind === "user"),
    ),
    "reminder-missing",
    /^user:.*c1-IE questionnaire:IE.*step d-28 /u,
  ],
  [
    "a reminder leaves two days late",
    inAnswers(
      letters,
      once(reminder, (one) => moveRow(one, 48)),
    ),
    "reminder-late",
    /d\+1/u,
  ],
  [
    "a reminder leaves a day early",
    inAnswers(
      letters,
      once(reminder, (one) => moveRow(one, -24)),
    ),
    "reminder-early",
    /d\+1/u,
  ],
  [
    "a reminder leaves for what was met",
    inAnswers(
      letters,
      once(
        ofKind("nomination-reminder", ({ occasion, rung }) => occasion.party === "IE" && rung === "start"),
        (one) => moveRow(one, 24 * 30),
      ),
    ),
    "reminder-after-end",
    /^letter/u,
  ],
  [
    "a reminder goes to another party's mission",
    inAnswers(
      letters,
      once(reminder, (one) => ({ ...one, letter: { ...one.letter, recipient: { kind: "mission", party: "TD" } } })),
    ),
    "reminder-unfounded",
    /to mission:TD/u,
  ],
  [
    "a party does not hear of the delay",
    inAnswers(letters, once(ofKind("delay-notified"))),
    "notice-missing",
    /delay-notified of c1-IE/u,
  ],
  [
    "an expert does not hear that the answers are in",
    inAnswers(letters, once(ofKind("answers-received"))),
    "notice-missing",
    /answers-received of c1-IE/u,
  ],
  [
    "a party that has no part hears of the delay",
    inAnswers(
      letters,
      once(ofKind("delay-notified"), (one) => ({
        ...one,
        letter: { ...one.letter, recipient: { kind: "mission", party: "GR" } },
      })),
    ),
    "notice-unfounded",
    /to mission:GR/u,
  ],
  [
    "a notice leaves a day late",
    inAnswers(
      letters,
      once(ofKind("delay-notified"), (one) => moveRow(one, 24)),
    ),
    "notice-late",
    /delay-notified of c1-IE/u,
  ],
  [
    "a person who was named is not invited",
    inAnswers(letters, once(ofKind("invitation", ({ recipient }) => recipient.personName === "The focal-point of FR"))),
    "notice-missing",
    /^user:.*invitation/u,
  ],
  [
    "the secretariat does not hear of who joins it",
    inAnswers(letters, once(ofKind("access-changed"))),
    "notice-missing",
    /^user:.*access-changed/u,
  ],
  [
    "the address before does not hear that it was given up",
    inAnswers(letters, once(ofKind("access-changed", ({ recipient }) => recipient.beforeChange === 1))),
    "notice-missing",
    /^user:.*:before-1, access-changed/u,
  ],
  [
    "a person does not hear that their details were corrected",
    inAnswers(letters, once(ofKind("person-corrected", ({ recipient }) => recipient.beforeChange === undefined))),
    "notice-missing",
    /^user:u-[0-9a-z]{26}, person-corrected/u,
  ],
  [
    "the address before does not hear that another took its place",
    inAnswers(letters, once(ofKind("person-corrected", ({ recipient }) => recipient.beforeChange === 1))),
    "notice-missing",
    /^user:.*:before-1, person-corrected/u,
  ],
  [
    "a person does not hear that a further party named them",
    inAnswers(letters, once(ofKind("further-nomination"))),
    "notice-missing",
    /^user:u-[0-9a-z]{26}, further-nomination/u,
  ],
  [
    "a person is not invited to accept a mandate of another party",
    inAnswers(letters, once(ofKind("mandate-offer", ({ recipient }) => recipient.kind === "user"))),
    // The person has accepted since, so that no notice is missing; the mail is there without its letter.
    "mail-without-letter",
    /to moved\.expert@ie\.example\.org$/u,
  ],
  [
    "the missions are not notified that a mandate was accepted",
    inAnswers(letters, once(ofKind("mandate-offer", ({ recipient }) => recipient.kind === "mission"))),
    "notice-missing",
    /^mission:[A-Z]{2}, mandate-offer/u,
  ],
  [
    "the address before a change does not hear of it",
    inAnswers(letters, once(ofKind("mission-readdressed"))),
    "notice-missing",
    /^mission:GR:before-1, mission-readdressed/u,
  ],
  [
    "a reminder does not go to the address before, though the new one is not confirmed",
    inAnswers(letters, once(ofKind("nomination-reminder", ({ recipient }) => recipient.beforeChange === 1))),
    "notice-missing",
    /^mission:GR:before-1 nomination-reminder/u,
  ],
  [
    "a reminder goes to the address before, though the new one is confirmed",
    inAnswers(
      letters,
      once(
        ofKind("nomination-reminder", ({ recipient }) => recipient.beforeChange === 1),
        (one) => moveRow(one, 24 * 40),
      ),
    ),
    "notice-unfounded",
    /to mission:GR:before-1 nomination-reminder/u,
  ],
  [
    "a letter waits for ever",
    inAnswers(
      letters,
      once(reminder, (one) => ({ ...one, letter: { ...one.letter, state: "planned" }, history: [one.history[0]] })),
    ),
    "letter-stuck",
    /^letter/u,
  ],
  [
    "a letter says another due day",
    inMails(
      once(isReminder, (mail) => replaceInMail(mail, /15\s+December\s+2020, Vienna/u, "16 December 2020, Vienna")),
    ),
    "text-day-unconfirmed",
    /^letter/u,
  ],
  [
    "a letter says another day of start",
    inMails(
      once(isReminder, (mail) =>
        replaceInMail(mail, /started\s+on\s+1\s+December\s+2020/u, "started on 15 December 2020"),
      ),
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
    "a letter names a recipient that the API does not know",
    inMails(
      once(isReminder, (mail) => ({ ...mail, html: mail.html.replace(/<bdi>[^<]+<\/bdi>/u, "<bdi>Ruritania</bdi>") })),
    ),
    "text-name-unconfirmed",
    /^letter/u,
  ],
  [
    "a letter names another review",
    inMails(once(isReminder, (mail) => replaceInMail(mail, /c1-[A-Z]{2}/u, "c1-ZW"))),
    "text-review-unconfirmed",
    /^letter/u,
  ],
];

describe("the checker, over mails, rows of the ledger, reminders, notices and texts", () => {
  test("finds nothing in an undisturbed course, and lists its checks", async () => {
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

  test.each(defects)("reports that %s", (...defect) => expectReported(api, defect));
});
