import { escaped } from "./html.ts";
import type { Mail, MailHouse } from "./mail.ts";

const time = (instant: string): string =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "Europe/Vienna" }).format(
    new Date(instant),
  );

const style = `
  :root { color-scheme: light dark; --line: light-dark(#dfe3e8, #333a44); --soft: light-dark(#5b6673, #9aa5b1);
          --card: light-dark(#fff, #1b2027); --ground: light-dark(#f4f6f8, #12161b); --accent: light-dark(#1f5f8b, #7fb8e0); }
  * { box-sizing: border-box; }
  body { margin: 0; font: 15px/1.5 system-ui, sans-serif; background: var(--ground); }
  header { padding: 1rem 1.5rem; display: flex; gap: 1rem; align-items: center; flex-wrap: wrap; border-bottom: 1px solid var(--line); background: var(--card); }
  h1 { font-size: 1.1rem; margin: 0; }
  header p { margin: 0; color: var(--soft); }
  form { margin-left: auto; display: flex; gap: .5rem; }
  input { width: 17rem; }
  h2 { font-size: 1.25rem; line-height: 1.3; margin: 0 0 1rem; text-wrap: balance; }
  input, button { font: inherit; padding: .35rem .6rem; border: 1px solid var(--line); border-radius: 6px; background: var(--ground); color: inherit; }
  main { display: grid; grid-template-columns: minmax(18rem, 26rem) 1fr; height: calc(100vh - 4.35rem); }
  nav { overflow: auto; border-right: 1px solid var(--line); background: var(--card); }
  nav a { display: block; padding: .6rem 1.5rem; border-bottom: 1px solid var(--line); text-decoration: none; color: inherit; }
  nav a[aria-current] { box-shadow: inset 4px 0 var(--accent); background: var(--ground); }
  nav b { display: block; line-height: 1.3; font-weight: 600; overflow-wrap: anywhere; }
  nav p { margin: 0; padding: .6rem 1.5rem; border-bottom: 1px solid var(--line); color: var(--soft); }
  nav span { color: var(--soft); font-size: .85rem; }
  article { overflow: auto; padding: 1.5rem; }
  h2 { overflow-wrap: anywhere; margin-top: 0; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 0 0 1rem; }
  dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
  iframe { width: 100%; height: 60vh; border: 1px solid var(--line); border-radius: 6px; background: #fff; }
  details { margin-top: 1rem; } summary { cursor: pointer; color: var(--accent); }
  pre { white-space: pre-wrap; border: 1px solid var(--line); border-radius: 6px; padding: 1rem; background: var(--card); }
  .fate { border: 1px solid currentcolor; border-radius: 99px; padding: 0 .5rem; font-size: .8rem; color: var(--soft); }
  .bounced, .transient, .complained, .suppressed { color: light-dark(#a4262c, #ff8f8f); }
  @media (max-width: 50rem) { main { grid-template-columns: 1fr; height: auto; } nav { max-height: 40vh; border-right: 0; border-bottom: 1px solid var(--line); } form { margin: 0; width: 100%; } input { flex: 1; min-width: 0; } dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } }
`;

const entry = (mail: Mail, chosen: Mail | undefined, query: string): string => `
  <a href="?id=${encodeURIComponent(mail.id)}&q=${encodeURIComponent(query)}"${mail.id === chosen?.id ? " aria-current" : ""}>
    <b>${escaped(mail.subject)}</b>
    <span>${escaped(mail.to.join(", "))}<br>${escaped(time(mail.at))}
    ${mail.fate === "delivered" ? "" : `<i class="fate ${mail.fate}">${mail.fate}</i>`}</span>
  </a>`;

const shown = (mail: Mail): string => {
  const rows: (readonly [string, string])[] = [
    ["From", mail.from],
    ["To", mail.to.join(", ")],
    ["Reply to", mail.replyTo.join(", ")],
    ["Sent", `${time(mail.at)} in Vienna (${mail.at})`],
    ["Became", mail.fate],
    ...Object.entries(mail.headers),
    ...Object.entries(mail.tags).map(([name, value]) => [`Tag ${name}`, value] as const),
    ...(mail.attachments.length > 0 ? [["Attached", mail.attachments.join(", ")] as const] : []),
  ];
  return `
    <h2>${escaped(mail.subject)}</h2>
    <dl>${rows.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join("")}</dl>
    ${mail.html === "" ? "" : `<iframe sandbox title="The letter as HTML" srcdoc="${escaped(mail.html)}"></iframe>`}
    <details${mail.html === "" ? " open" : ""}><summary>As plain text</summary><pre>${escaped(mail.text)}</pre></details>`;
};

const counted = (letters: number): string => (letters === 1 ? "1 letter" : `${letters} letters`);

/** As many letters as a list shows; search finds the others. */
const most = 300;

/** What stands above the list, where it does not hold every letter. */
const listed = (found: number, search: string): string => {
  if (found === 0) return "<p>No letters.</p>";
  if (search === "" && found < most) return "";
  const which = found < most ? counted(found) : `The latest ${most}`;
  return `<p>${which}${search === "" ? "" : ` for “${escaped(search)}”`}</p>`;
};

/** The page of the local mailbox: a list with search, and the letter chosen by its id. */
export const mailboxPage = (mailbox: MailHouse, now: string, query: URLSearchParams): string => {
  const search = query.get("q") ?? "";
  const byText = mailbox.find({ text: search, limit: most });
  const byRecipient = search === "" ? [] : mailbox.find({ to: search, limit: most });
  const found = [...new Map([...byText, ...byRecipient].map((mail) => [mail.id, mail])).values()];
  const mails = found.toSorted((left, right) => (left.at < right.at ? 1 : -1)).slice(0, most);
  const chosen = mailbox.get(query.get("id") ?? "") ?? mails[0];
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mailbox</title><link rel="icon" href="data:,"><style>${style}</style></head>
<body>
<header><h1>Mailbox</h1><p>${counted(mailbox.count())} · it is ${escaped(time(now))} in Vienna</p>
<form><input type="search" name="q" aria-label="Search" placeholder="Recipient, subject or text" value="${escaped(search)}"><button>Search</button></form></header>
<main><nav>${listed(mails.length, search)}${mails.map((mail) => entry(mail, chosen, search)).join("")}</nav>
<article>${chosen === undefined ? "" : shown(chosen)}</article></main>
</body></html>`;
};
