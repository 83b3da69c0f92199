import { escapeHtml } from "../base/html.ts";
import type { SignInRefusal } from "./sign-in-request.ts";

const style = `
  :root { color-scheme: light dark; --line: light-dark(#d5dbe1, #3a434e); --soft: light-dark(#55606c, #a3adb8);
          --card: light-dark(#fff, #1b2027); --ground: light-dark(#f4f6f8, #12161b); --accent: light-dark(#1f5f8b, #7fb8e0); }
  * { box-sizing: border-box; }
  body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: var(--ground); }
  main { max-width: 30rem; margin: 8vh auto; padding: 2rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
  h1 { font-size: 1.35rem; margin: 0 0 .5rem; }
  h2 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
  p { margin: 0 0 1rem; color: var(--soft); }
  label { display: block; font-weight: 600; margin-bottom: .25rem; }
  input, button { font: inherit; color: inherit; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: 8px; background: var(--ground); }
  input { width: 100%; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  form > button { margin-top: .75rem; width: 100%; background: var(--accent); border-color: transparent; color: light-dark(#fff, #10202c); font-weight: 600; cursor: pointer; }
  ul { list-style: none; margin: 0; padding: 3px; max-height: 40vh; overflow: auto; }
  li button { width: 100%; margin-bottom: .25rem; text-align: left; cursor: pointer; }
  .refused { color: light-dark(#a4262c, #ff8f8f); }
  @media (max-width: 34rem) { main { margin: 0; min-height: 100vh; border: 0; border-radius: 0; padding: 1.25rem; } }
`;

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><link rel="icon" href="data:,"><style>${style}</style></head>
<body><main>${body}</main></body></html>`;

/** Content of the sign-in page. */
export interface LoginPage {
  readonly addresses: readonly string[];
  /** The typed address, or a guess of the front end. */
  readonly address: string;
  readonly refused?: string;
  /** Of the request; the form is sent back with it. */
  readonly query: string;
}

/** Renders the page that requests the user's address: any account of this system, without a password. */
export const loginPage = ({ addresses, address, refused, query }: LoginPage): string =>
  page(
    "Sign in",
    `<h1>Sign in</h1>
<p>This replaces the sign-in of the user pool. It runs on this machine only and requires no password.</p>
<form method="post" action="login?${escapeHtml(query)}">
<label for="email">E-mail address</label>
<input id="email" name="email" type="email" required autofocus autocomplete="username" list="accounts" value="${escapeHtml(address)}"${refused === undefined ? "" : ' aria-describedby="refused" aria-invalid="true"'}>
${refused === undefined ? "" : `<p id="refused" class="refused" role="alert">${escapeHtml(refused)}</p>`}
<datalist id="accounts">${addresses.map((each) => `<option value="${escapeHtml(each)}">`).join("")}</datalist>
<button>Continue</button>
</form>
<h2>Accounts here (${addresses.length})</h2>
<form method="post" action="login?${escapeHtml(query)}"><ul>
${addresses.map((each) => `<li><button name="email" value="${escapeHtml(each)}">${escapeHtml(each)}</button></li>`).join("\n")}
</ul></form>`,
  );

/** Renders an error for the browser that cannot be sent back, because the return address is unknown. */
export const errorPage = ({ why, registered = [] }: SignInRefusal): string => {
  const list = registered.map((each) => `<li>${escapeHtml(each)}</li>`).join("\n");
  const known =
    list === "" ? "" : `<h2>Registered are</h2>\n<ul>${list}</ul>\n<p>On this machine, any port of these does.</p>`;
  const alert = `<p class="refused" role="alert">${escapeHtml(why)}</p>`;
  return page("Sign-in refused", `<h1>This sign-in cannot continue</h1>${alert}${known}`);
};
