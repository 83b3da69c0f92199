import { describe, expect, test } from "vitest";
import { partyName } from "../../../domain/parties/party-names.ts";
import { presidentsPageStyle } from "../../../domain/pages/presidents-page-style.ts";
import type { PresidentsListView, PresidentsParty } from "../../../schemas/views/presidents-list.ts";
import { CycleId, GroupId, LetterId, PartyId, ReviewId } from "../../../schemas/base/ids.ts";
import { SkipReason } from "../../../schemas/model/letter.ts";
import { CalendarDate, Instant, Language } from "../../../schemas/base/values.ts";
import { longPresidentsList } from "../../fixtures/presidents-list.ts";
import { presidentsPageIn } from "../../harness/presidents-page.ts";

const britain = PartyId.parse("GB");
const at = Instant.parse("2021-01-06T08:00:00.000Z");
const figures = [
  { figure: "focal-points-missing", total: 1, listed: 1 },
  { figure: "experts-missing", total: 2, listed: 0 },
] as const;
const hostile = `<img src=x onerror="alert('1')">&\u202E\n`;

const letter = {
  id: LetterId.parse("0".repeat(40)),
  kind: "nomination-reminder",
  state: "delivered",
  clusters: [1],
  plannedFor: at,
  changedAt: at,
} as const;

/** Returns a list with one party. */
const listOf = (more: Partial<PresidentsParty> = {}): PresidentsListView => ({
  asOf: at,
  figures: [...figures],
  groups: [
    {
      parties: [
        {
          party: PartyId.parse("XA"),
          partyName: "Atlantis",
          missing: [
            {
              kind: "focal-point",
              cluster: 1,
              group: GroupId.parse("c1-g1"),
              reviews: [ReviewId.parse("c1-XA")],
              since: at,
              listedSince: at,
            },
          ],
          letters: [{ ...letter, clusters: [...letter.clusters] }],
          contacts: [{ number: 1, way: "call", outcome: "informed", contactedOn: CalendarDate.parse("2021-01-04") }],
          ...more,
        },
      ],
    },
  ],
});

/** Removes the tags that isolate names, dates and codes; the words do not change. */
const withoutIsolation = (html: string): string => html.replaceAll(/<\/?bdi(?: class="id")?>/gu, "");

/** Returns the page in English, of a party of that name with one letter. */
const page = (name: string, subject: string, more: Partial<PresidentsParty["letters"][number]> = {}): string =>
  withoutIsolation(
    presidentsPageIn(
      "en",
      listOf({ partyName: name, letters: [{ ...letter, clusters: [...letter.clusters], subject, ...more }] }),
    ),
  );

test("A name or a subject that is HTML is printed as it is written, and does nothing", () => {
  const plain = page("Atlantis", "A reminder");
  const attacked = page(hostile, `</td><script>${hostile}</script>`);
  const tagsOf = (html: string) => [...html.matchAll(/<\/?[a-z0-9]+/gu)].map(([tag]) => tag);
  expect(tagsOf(attacked)).toEqual(tagsOf(plain));
  expect(attacked).toContain("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp; ");
  expect(attacked).not.toContain("\u202E");
});

test("A vacancy without a date says since when alone, and figures are in words", () => {
  const html = page("Atlantis", "A reminder");
  expect(html).toContain("<span>Focal point, cluster 1: 1 review, since 6 January 2021</span>");
  expect(html).toContain("in c1-XA, cluster 1: missing since 6 January 2021; on this list since 6 January 2021");
  expect(html).not.toContain("due by");
  expect(html).toContain("1 seat in reviews under way is without a focal point; 1 of them is on this list.");
  expect(html).toContain("2 seats in reviews under way are without a governmental expert; 0 of them are on this list.");
});

test("A letter that was not sent says in words why", () => {
  const reasons: Record<SkipReason, string> = {
    done: "the obligation was met",
    delayed: "the date was moved",
    replaced: "overtaken",
    suppressed: "letters failed at every address",
    "no-address": "no address is known",
    "access-closed": "access was closed",
    duplicate: "another letter covers this step",
    cancelled: "cancelled",
    digest: "reported in the weekly letter",
  };
  for (const reason of SkipReason.options)
    expect(page("Atlantis", "A reminder", { state: "skipped", reason })).toContain(
      `<li>6 January 2021: Not sent: ${reasons[reason]}<br>A reminder<br>`,
    );
});

test("One of which no reason is known says that it was not sent, and nothing more", () => {
  expect(page("Atlantis", "A reminder", { state: "skipped" })).toContain("<li>6 January 2021: Not sent<br>A reminder");
});

test("It states its date, from which day on a nomination is on it, and since when the first is missing", () => {
  const html = page("Atlantis", "A reminder");
  expect(html).toContain("as at 6 January 2021, 09:00 in Vienna: 1 party");
  expect(html).toContain("A nomination comes on this list 22 days after its date, at 09:00 in Vienna");
  expect(html).toContain("The first on it has been missing since 6 January 2021.");
});

test("An empty list says so, and when it begins", () => {
  const html = withoutIsolation(
    presidentsPageIn("en", { asOf: at, nextListedAt: at, figures: [...figures], groups: [] }),
  );
  expect(html).toContain("No nomination is on this list today.");
  expect(html).toContain("the next comes on it on 6 January 2021.");
  expect(html).not.toContain("<table");
});

test("Of several dates of a kind the earliest is named, and letters are counted with what became of the last", () => {
  const html = withoutIsolation(presidentsPageIn("en", longPresidentsList(1)));
  expect(html).toContain("<span>Focal point, cluster 1: 4 reviews, due from 16 December 2020</span>");
  expect(html).toContain("<span>60, 6 delivered</span><span>last: planned</span>");
});

/**
 * Returns the visible text of the page with the names of columns and parts, but without subjects of letters, which stay
 * as they were sent.
 */
const readOn = (html: string): string =>
  [
    ...[...html.matchAll(/(?:data|aria)-label="([^"]*)"/gu)].map(([, label]) => label),
    html
      .replace(/<style>.*<\/style>/su, "")
      .replaceAll(/<bdi>Reminder: [^<]*<\/bdi>/gu, "")
      .replaceAll(/<bdi class="id">[^<]*<\/bdi>/gu, "")
      .replaceAll(/<[^>]*>/gu, " "),
  ]
    .join(" ")
    .replaceAll(/\s+/gu, " ");

/** Words of the English page and of no other; in the other scripts nothing is Latin but codes. */
const english: Readonly<Record<Exclude<Language, "en">, RegExp>> = {
  ar: /[a-z]{3,}/iu,
  es: /\b(?:the|of|in|on|and|list|letters?|none|missing|due|delivered|reviews?|parties)\b/iu,
  fr: /\b(?:the|of|in|and|list|letters?|none|missing|due|delivered|reviews?)\b/iu,
  ru: /[a-z]{3,}/iu,
  zh: /[a-z]{3,}/iu,
};

/** One and many in each language: parties, the period, a seat, reviews, letters and contacts. */
const counted: Readonly<Record<Language, readonly string[]>> = {
  ar: [
    "طرف واحد",
    "27 طرفاً",
    "بعد 22 يوماً",
    "مقعد واحد في",
    "استعراض واحد، منذ",
    "رسالة واحدة، اتصال واحد",
    "60 رسالة، 20 اتصالاً",
  ],
  en: [
    "1 party",
    "27 parties",
    "22 days",
    "1 seat in",
    "1 review, since",
    "1 letter, 1 contact",
    "60 letters, 20 contacts",
  ],
  es: [
    "1 parte",
    "27 partes",
    "22 días",
    "1 puesto en",
    "1 examen, desde el",
    "1 carta, 1 contacto",
    "60 cartas, 20 contactos",
  ],
  fr: [
    "1 partie",
    "27 parties",
    "22 jours",
    "1 siège dans",
    "1 examen, depuis le",
    "1 lettre, 1 contact",
    "60 lettres, 20 contacts",
  ],
  ru: [
    "1 участник",
    "27 участников",
    "через 22 дня",
    "на 1 месте в",
    "1 обзор, с",
    "1 письмо, 1 контакт",
    "60 писем, 20 контактов",
  ],
  zh: ["1个缔约方", "27个缔约方", "过后22天", "有1个席位", "1项审议，自", "1封信函，1次联系", "60封信函，20次联系"],
};

describe.each(Language.options)("The page in %s", (language) => {
  const short = presidentsPageIn(language, listOf());
  const long = presidentsPageIn(language, {
    ...longPresidentsList(27),
    cluster: 1,
    lettersSince: at,
    contactsSince: at,
  });

  test("says which language it is in, and in which direction that is read", () => {
    const direction = language === "ar" ? "rtl" : "ltr";
    expect(short).toContain(`<html lang="${language}" dir="${direction}">`);
  });

  test("counts one and many as the language does", () => {
    const said = `${readOn(short)} ${readOn(long)}`.replaceAll(/ (?=[)،,])/gu, "");
    for (const words of counted[language]) expect(said).toContain(words);
  });

  test("sets names, codes and dates apart from the words around them", () => {
    const codes = `<bdi>c1-FR</bdi>${{ ar: "، ", zh: "、" }[language as string] ?? ", "}<bdi>c1-GR</bdi>`;
    expect(long).toContain(codes);
    const named = partyName({ id: britain, name: "United Kingdom of Great Britain and Northern Ireland" }, language);
    expect(long).toContain(`<a href="#party-GB"><bdi>${named}</bdi></a>`);
    expect(long).toContain("<bdi>GET /v1/presidents-list</bdi>");
    const dates = { ar: "4 يناير 2021", en: "4 January 2021", es: "4 de enero de 2021", fr: "4 janvier 2021" };
    const date = { ...dates, ru: "4 января 2021 года", zh: "2021年1月4日" }[language];
    expect(short.split(date).length).toBe(short.split(`<bdi>${date}</bdi>`).length);
    expect(short).toContain(`<bdi>${date}</bdi>`);
  });
});

test.each(Language.exclude(["en"]).options)(
  "The page in %s has no English words, but for the subjects of letters",
  (language) => {
    const lists = [listOf(), longPresidentsList(27), { asOf: at, figures: [...figures], groups: [] }];
    for (const view of lists)
      expect(readOn(presidentsPageIn(language, view)).replaceAll("GET /v1/presidents-list", "")).not.toMatch(
        english[language],
      );
  },
);

test("Its style names no left and no right: from right to left it is mirrored", () => {
  expect(presidentsPageStyle).not.toMatch(/\b(?:left|right)\b/u);
});

test("A list of a cluster or a cycle says so in each language", () => {
  const empty = { asOf: at, figures: [...figures], groups: [] };
  const cycle = CycleId.parse("untoc2");
  const said = Language.options.map((language) =>
    [
      { ...empty, cluster: 4 },
      { ...empty, cycle },
      { ...empty, cycle, cluster: 4 },
    ].map((view) => /<h1>[^<]*<\/h1>\n<p>(.*?)<\/p>/u.exec(withoutIsolation(presidentsPageIn(language, view)))?.[1]),
  );
  expect(said).toMatchInlineSnapshot(`
    [
      [
        "قائمة لرئيس مؤتمر الأطراف، في 6 يناير 2021، الساعة 09:00 بتوقيت فيينا، في المجموعة المواضيعية 4 فقط: لا أطراف",
        "قائمة لرئيس مؤتمر الأطراف، في 6 يناير 2021، الساعة 09:00 بتوقيت فيينا، في الدورة الثانية فقط: لا أطراف",
        "قائمة لرئيس مؤتمر الأطراف، في 6 يناير 2021، الساعة 09:00 بتوقيت فيينا، في المجموعة المواضيعية 4 من الدورة الثانية فقط: لا أطراف",
      ],
      [
        "List for the President of the Conference of the Parties, as at 6 January 2021, 09:00 in Vienna, in cluster 4 alone: 0 parties",
        "List for the President of the Conference of the Parties, as at 6 January 2021, 09:00 in Vienna, in the second cycle alone: 0 parties",
        "List for the President of the Conference of the Parties, as at 6 January 2021, 09:00 in Vienna, in cluster 4 of the second cycle alone: 0 parties",
      ],
      [
        "Lista para la Presidencia de la Conferencia de las Partes, al 6 de enero de 2021 a las 09:00, hora de Viena, solo el grupo temático 4: 0 partes",
        "Lista para la Presidencia de la Conferencia de las Partes, al 6 de enero de 2021 a las 09:00, hora de Viena, solo el segundo ciclo: 0 partes",
        "Lista para la Presidencia de la Conferencia de las Partes, al 6 de enero de 2021 a las 09:00, hora de Viena, solo el grupo temático 4 del segundo ciclo: 0 partes",
      ],
      [
        "Liste destinée à la présidence de la Conférence des Parties, au 6 janvier 2021, 09:00, heure de Vienne, groupe thématique 4 uniquement : 0 partie",
        "Liste destinée à la présidence de la Conférence des Parties, au 6 janvier 2021, 09:00, heure de Vienne, deuxième cycle uniquement : 0 partie",
        "Liste destinée à la présidence de la Conférence des Parties, au 6 janvier 2021, 09:00, heure de Vienne, groupe thématique 4 du deuxième cycle uniquement : 0 partie",
      ],
      [
        "Перечень для Председателя Конференции участников по состоянию на 6 января 2021 года, 09:00 по венскому времени, только тематический блок 4: 0 участников",
        "Перечень для Председателя Конференции участников по состоянию на 6 января 2021 года, 09:00 по венскому времени, только второй цикл: 0 участников",
        "Перечень для Председателя Конференции участников по состоянию на 6 января 2021 года, 09:00 по венскому времени, только тематический блок 4 второго цикла: 0 участников",
      ],
      [
        "供缔约方会议主席使用的清单，截至维也纳时间2021年1月6日09:00，仅限第4专题组：0个缔约方",
        "供缔约方会议主席使用的清单，截至维也纳时间2021年1月6日09:00，仅限第二周期：0个缔约方",
        "供缔约方会议主席使用的清单，截至维也纳时间2021年1月6日09:00，仅限第二周期第4专题组：0个缔约方",
      ],
    ]
  `);
});
