import type { Tally } from "./finding.ts";
import { bareAddress } from "./ledger.ts";
import type { LetterRow } from "./letters.ts";
import { mailedRows } from "./recipients.ts";
import type { Readings } from "./read.ts";

const rule = "A letter comes from the system, and a reply to it goes to the secretariat, whose address it states [D]";

/** Returns what is wrong in the headers of a mail, as its recipient sees them. */
const wrongHeaders = (
  from: string,
  replyTo: readonly string[],
  headers: Readonly<Record<string, string>> | undefined,
  text: string,
): readonly string[] => {
  const [reply, ...others] = replyTo.map(bareAddress);
  if (reply === undefined || others.length > 0) return [`it has ${replyTo.length} addresses for replies`];
  const words = text.toLowerCase().replaceAll(/\s+/gu, "");
  return [
    ...(bareAddress(from) === reply ? ["its sender is the address for replies"] : []),
    ...(words.includes(reply) ? [] : [`a reply goes to ${reply}, which its text does not state`]),
    ...(headers === undefined || headers["Auto-Submitted"] === "auto-generated"
      ? []
      : ["no header says that it was written by a program"]),
  ];
};

/** Checks From, Reply-To and Auto-Submitted of each mail, where the reading of mails has them. */
export const checkHeaders = (rows: readonly LetterRow[], { mails }: Readings, tally: Tally): void => {
  for (const { row, mail } of mailedRows(rows, mails)) {
    const { from, replyTo, headers, text } = mail;
    if (from === undefined || replyTo === undefined) continue;
    tally.count("headers of mails");
    for (const wrong of wrongHeaders(from, replyTo, headers, text))
      tally.report("header-wrong", `letter ${row.id} (${row.kind}) to ${row.to}`, wrong, rule);
  }
};
