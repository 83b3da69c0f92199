import { expect, test } from "vitest";
import { englishWriter } from "../../harness/compose-letter.ts";
import { presidentsPage } from "../../../domain/views/presidents-page.ts";
import type { PresidentsParty } from "../../../schemas/views/presidents-list.ts";
import { GroupId, LetterId, PartyId, ReviewId } from "../../../schemas/base/ids.ts";
import { SkipReason } from "../../../schemas/model/letter.ts";
import { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import { longPresidentsList } from "../../fixtures/presidents-list.ts";
import { labelsIn } from "../../harness/labels.ts";

const words = labelsIn("en");
const at = Instant.parse("2021-01-06T08:00:00.000Z");
const figures = [
  { figure: "focal-points-missing", total: 1, listed: 1 },
  { figure: "experts-missing", total: 2, listed: 0 },
] as const;
const hostile = `<img src=x onerror="alert('1')">&\u202E\n`;

const page = (name: string, subject: string, more: Partial<PresidentsParty["letters"][number]> = {}): string =>
  presidentsPage(
    {
      asOf: at,
      figures: [...figures],
      groups: [
        {
          regionalGroup: null,
          parties: [
            {
              party: PartyId.parse("XA"),
              partyName: name,
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
              letters: [
                {
                  id: LetterId.parse("0".repeat(40)),
                  kind: "nomination-reminder",
                  state: "delivered",
                  subject,
                  clusters: [1],
                  plannedFor: at,
                  changedAt: at,
                  ...more,
                },
              ],
              contacts: [
                { number: 1, way: "call", outcome: "informed", contactedOn: CalendarDate.parse("2021-01-04") },
              ],
            },
          ],
        },
      ],
    },
    words,
    englishWriter,
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
    done: "the duty was met",
    delayed: "the date was moved",
    replaced: "overtaken",
    suppressed: "letters failed at every address",
    "no-address": "no address is known",
    "access-closed": "access was closed",
    duplicate: "sent already",
    cancelled: "cancelled",
    digest: "told in the weekly letter",
  };
  for (const reason of SkipReason.options)
    expect(page("Atlantis", "A reminder", { state: "skipped", reason })).toContain(
      `<li>6 January 2021: Not sent: ${reasons[reason]}<br>A reminder<br>`,
    );
});

test("One of which no reason is known says that it was not sent, and nothing more", () => {
  expect(page("Atlantis", "A reminder", { state: "skipped" })).toContain("<li>6 January 2021: Not sent<br>A reminder");
});

test("It says as of when it stands, from which day on a nomination is on it, and since when the first is missing", () => {
  const html = page("Atlantis", "A reminder");
  expect(html).toContain("as at 6 January 2021, 09:00 in Vienna: 1 party");
  expect(html).toContain("A nomination comes on this list 22 days after its date, at 09:00 in Vienna");
  expect(html).toContain("The first on it has been missing since 6 January 2021.");
});

test("An empty list says so, and when it begins", () => {
  const html = presidentsPage({ asOf: at, nextListedAt: at, figures: [...figures], groups: [] }, words, englishWriter);
  expect(html).toContain("No nomination is on this list today.");
  expect(html).toContain("the next comes on it on 6 January 2021.");
  expect(html).not.toContain("<table");
});

test("Of several dates of a kind the earliest is named, and letters are counted with what became of the last", () => {
  const html = presidentsPage(longPresidentsList(1), words, englishWriter);
  expect(html).toContain("<span>Focal point, cluster 1: 4 reviews, due from 16 December 2020</span>");
  expect(html).toContain("<span>60, 6 delivered</span><span>last: planned</span>");
});
