import { expect, test } from "vitest";
import { nameReply } from "../../lambdas/shell/http/names.ts";
import { sharedTestApi } from "../harness/shared-test-api.ts";
import { missionOf, secretariat } from "../harness/test-api.ts";
import { UserId } from "../../schemas/base/ids.ts";

/** The recipient of a letter: the kind and id, with the name in the requested language. */
const opened = sharedTestApi();

const read = async (path: string, language: string, as: string = secretariat) => {
  const { status, body } = await opened().request("GET", path, { as, headers: { "accept-language": language } });
  expect(status).toBe(200);
  return body;
};

test.each([
  ["fr", "Grèce"],
  ["ru", "Греция"],
  ["en", "Greece"],
])("letters, explanations, notices and what was missed name a mission in %s", async (language, partyName) => {
  const recipient = { kind: "mission", party: "GR", partyName };
  const { items } = await read("/v1/letters?party=GR", language);
  expect(items[0].recipient).toEqual(recipient);
  const explained = await read(`/v1/letters/${items[0].id}?include=explanation`, language);
  expect([explained.recipient, explained.explanation.attempt]).toEqual([recipient, 1]);
  const notices = await read("/v1/reviews/c1-GR/notices", language, missionOf("GR"));
  expect(notices.items[0].recipient).toEqual(recipient);
  const day = await read("/v1/parties/GR/letters/absence?date=2020-12-01", language);
  expect(day.reasons.find(({ letter }: any) => letter === items[0].id).recipient).toEqual(recipient);
  const plan = await read("/v1/reviews/c1-GR/reminder-plan", language);
  const { reminders } = plan.obligations.find(({ party }: any) => party === "GR");
  expect(reminders[0].to).toEqual([recipient]);
});

test.each([
  ["fr", "Secrétariat"],
  ["es", "Secretaría"],
] as const)("the secretariat is named in %s, and a person only to users who may know them", async (language, name) => {
  const [known, unknown] = ["0", "1"].map((digit) => UserId.parse(`u-${digit.repeat(26)}`));
  const io = {
    store: { person: async () => undefined, persons: async () => new Map() },
    parties: { of: async () => new Map() },
  };
  const recipients = [
    { kind: "office", office: "secretariat" },
    { kind: "user", user: known },
    { kind: "user", user: unknown },
  ];
  const persons = new Map(
    [known, unknown].flatMap((id) => (id === undefined ? [] : [[id, { name: `Name of ${id}` }]])),
  );
  const naming = { language, mayKnow: (user: UserId) => user === known, persons: persons as never };
  expect(await nameReply({ to: recipients }, io as never, naming)).toEqual({
    to: [{ ...recipients[0], officeName: name }, { ...recipients[1], personName: `Name of ${known}` }, recipients[2]],
  });
});

test.each([
  [
    "fr",
    /^Rappel .+\u202F: .+, c1-g1, échéance à la fin du 15 décembre 2020\. Prévue pour le 1er décembre 2020\./u,
    /\p{L}/u,
  ],
  ["ru", /^Напоминание .+, срок до конца дня 15 декабря 2020/u, /^[\p{Script=Cyrillic}\P{L}]+$/u],
  ["ar", /^تذكير/u, /\p{Script=Arabic}/u],
  ["zh", /^提醒 .+截至2020年12月15日终了。/u, /\p{Script=Han}/u],
] as const)(
  "explanations, reasons and definitions are in the language that the reply names: %s",
  async (language, said, script) => {
    const asking = { as: secretariat, headers: { "accept-language": language } };
    const get = async (path: string) => {
      const { headers, body } = await opened().request("GET", path, asking);
      expect(headers.get("content-language")).toBe(language);
      return body;
    };
    const { items } = await get("/v1/letters?party=GR&kind=nomination-reminder");
    const explanations = await Promise.all(items.map(({ id }: any) => get(`/v1/letters/${id}?include=explanation`)));
    const [{ explanation: focalPoint }] = explanations.filter(
      ({ explanation }: any) => explanation.occasion.kind === "focal-point",
    );
    expect(focalPoint.inWords).toMatch(said);
    const { reasons } = await get("/v1/parties/GR/letters/absence?date=2020-12-01");
    const { figures } = await get("/v1/figures/current");
    const texts = [focalPoint.rule, ...[...reasons].map(({ inWords }: any) => inWords)];
    for (const text of [...texts, ...figures.map(({ definition }: any) => definition.replace("`nomination`", ""))])
      expect(text).toMatch(script);
  },
);
