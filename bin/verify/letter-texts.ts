import type { Api } from "../../client/client.ts";
import type { components } from "../../client/api-types.ts";
import type { Tally } from "./finding.ts";
import type { LetterRow } from "./letters.ts";
import type { Mail } from "./mailbox.ts";
import { each, type Readings, readText } from "./read.ts";

const rule = "what-it-does.md: a letter is read as it was sent, with the address that it went to";

/**
 * Number of letters that are read of each kind: every kind is written in its own way, and each letter is a request.
 */
const readOfEachKind = 5;

type LetterText = components["schemas"]["LetterText"];

/**
 * Returns the difference between the letter in the API and the mail that arrived, or undefined if they are equal or
 * the text was erased.
 */
const differenceOf = (said: LetterText, mail: Mail): string | undefined => {
  if (said.state === "erased" || said.state === "not-kept") return undefined;
  if (said.state !== "kept") return `it is said to be ${said.state}`;
  if (said.addressErasedAt === undefined && !mail.to.includes(said.address ?? "")) return "its address is another";
  const bytes = said.calendar === undefined ? undefined : Buffer.byteLength(said.calendar);
  if (mail.attachments !== undefined && mail.attachments[0]?.bytes !== bytes) return "its calendar file differs";
  const parts = (["subject", "text", "html"] as const).filter((part) => said[part] !== mail[part]);
  return parts.length === 0 ? undefined : `its ${parts.join(" and ")} differ`;
};

/** Compares the newest letters of each kind in the API with the mails that arrived. */
export const checkLetterTexts = async (
  rows: readonly LetterRow[],
  { mails }: Readings,
  api: Api,
  tally: Tally,
): Promise<void> => {
  // For a letter that was mailed twice the API shows the latter.
  const latest = new Map(mails.map((mail) => [mail.letter ?? "", mail]));
  const arrived = rows.filter(({ id, isSent }) => isSent && latest.has(id));
  const sample = [...Map.groupBy(arrived, ({ kind }) => kind).values()].flatMap((those) =>
    those.slice(-readOfEachKind),
  );
  await each(sample, async ({ id, kind, to }) => {
    const body = await readText(api, id);
    tally.count("letters read as they were sent");
    const mail = latest.get(id);
    const difference = mail && differenceOf(body, mail);
    if (difference !== undefined)
      tally.report("letter-text-differs", `letter ${id} (${kind}) to ${to}`, `${difference} from the mail`, rule);
  });
};
