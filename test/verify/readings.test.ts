import { beforeAll, describe, test } from "vitest";
import { type PlayedCourse, playCourse } from "./course.ts";
import { type Defect, expectReported, inAnswers, feed, inLog, itemsOf, journalOf, once } from "./answer-changes.ts";

let api: PlayedCourse;
beforeAll(async () => {
  api = await playCourse();
});

const defects: readonly Defect[] = [
  [
    "an entry of a journal was rewritten",
    {
      answers: [feed, journalOf("review#c1-IE")].map((path) => ({
        path,
        change: (body: any) =>
          itemsOf(body, (items) =>
            items.map((one) =>
              one.version === 3 && (one.subject ?? "review#c1-IE") === "review#c1-IE"
                ? { ...one, by: "u-intruder" }
                : one,
            ),
          ),
      })),
    },
    "chain-broken",
    /^review#c1-IE/u,
  ],
  [
    "the only entry of a contact log is lost",
    {
      answers: [feed, journalOf("contact-log#FR")].map((path) => ({
        path,
        change: (body: any) =>
          itemsOf(body, (items) =>
            items.filter(
              (one) =>
                (one.subject ?? "contact-log#FR") !== "contact-log#FR" ||
                !JSON.stringify(one).includes("contact-recorded"),
            ),
          ),
      })),
    },
    "chain-broken",
    /^contact-log#FR/u,
  ],
  [
    "an aggregate is deleted",
    inAnswers(/^\/v1\/journal\/review$/u, (items) => items.filter(({ id }) => id !== "c1-GR")),
    "aggregate-missing",
    /^review#c1-GR/u,
  ],
  [
    "the feed lists a journal that does not exist",
    inAnswers(feed, (items) =>
      items.flatMap((one) =>
        one.subject === "review#c1-IE" && one.version === 1 ? [one, { ...one, subject: "review#c1-XX" }] : [one],
      ),
    ),
    "feed-incomplete",
    /^review#c1-XX/u,
  ],
  [
    "the feed forgets an entry",
    inAnswers(
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
    "obligation-differs",
    /^c1-IE feedback:FR/u,
  ],
  [
    "a review is on no list of a stage",
    inAnswers(/^\/v1\/reviews$/u, (items) => items.filter(({ id }) => id !== "c1-GR")),
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
    "an obligation that is overdue is in no figure",
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
    "all callers see the officer of a review",
    {
      answers: [{ path: /^\/v1\/reviews\/c1-[A-Z]{2}$/u, change: (body: any) => ({ ...body, officer: "u-officer" }) }],
    },
    "field-not-permitted",
    /^(?:mission|focal-point) of [A-Z]{2}: GET \/v1\/reviews\//u,
  ],
  [
    "a mission sees the obligations of another party",
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
    inAnswers(/^\/v1\/contacts$/u, () => []),
    "write-lost",
    /^POST \/v1\/contacts/u,
  ],
  [
    "of two contacts at once one took the other's place",
    inLog((log) => {
      const contact = log.find(({ path }) => path === "/v1/contacts")!;
      return [
        ...log,
        { ...contact, key: "another", reply: { contacts: [{ party: "FR", number: 1, note: "Another call" }] } },
      ];
    }),
    "write-lost",
    /^POST \/v1\/contacts/u,
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
    "a settlement that was acknowledged left no trace on its letter",
    inLog((log) => {
      const path = `/v1/letters/${"0".repeat(40)}/settlement`;
      return [...log, { method: "POST", path, body: { outcome: "went-out" }, status: 200, reply: {} }];
    }),
    "write-lost",
    /^POST \/v1\/letters\/0+\/settlement/u,
  ],
  [
    "a bulletin that was settled was settled otherwise, or never",
    inLog((log) => {
      const path = "/v1/bulletins/b-none/settlement";
      return [...log, { method: "POST", path, body: { outcome: "send-again" }, status: 200, reply: {} }];
    }),
    "write-lost",
    /^POST \/v1\/bulletins\/b-none\/settlement/u,
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

describe("the checker, over journals, stages, figures, fields and acknowledged writes", () => {
  test.each(defects)("reports that %s", (...defect) => expectReported(api, defect));
});
