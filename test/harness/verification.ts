import type { Mail } from "../../bin/verify/mailbox.ts";
import { type Verification, type VerificationResult, verifySystem } from "../../bin/verify/verify.ts";
import { all } from "../../lambdas/io/pages.ts";
import type { UserRole } from "../../schemas/model/user.ts";
import { requestsTo } from "./app-requests.ts";
import { orderPaper } from "./status-paper.ts";
import type { AppControls } from "./test-api.ts";
import type { TestApp } from "./test-app.ts";

/** The mails that the mail service of a system accepted, as the mailbox of a local system shows them. */
export const mailsOf = ({ mail }: TestApp): readonly Mail[] =>
  mail.inbox.map(({ messageId, letter, at, to, subject, text, html, calendar }) => ({
    id: messageId,
    letter,
    at,
    to: [to],
    subject,
    text,
    html,
    attachments: calendar === undefined ? [] : [{ bytes: Buffer.byteLength(calendar) }],
  }));

/** The mails of a mailbox as the pages of a local system list them, oldest first. */
export const mailsIn = (mailbox: Pick<AppControls["mailbox"], "find" | "count">): readonly Mail[] =>
  mailbox
    .find({ limit: mailbox.count() })
    .map(({ tags, to, replyTo, attachments, ...mail }) => ({
      ...mail,
      to: [...to],
      replyTo: [...replyTo],
      attachments: [...attachments],
      letter: tags["letter"] ?? null,
    }))
    .toReversed();

/** Returns the subject of an account of a user in a role, or undefined if there is none. */
export const accountOf = async ({ store }: TestApp, role: UserRole): Promise<string | undefined> => {
  const users = await all((paging) => store.list("user", paging));
  return users.find(({ state }) => state.role === role && state.sub !== undefined)?.state.sub;
};

interface VerificationOfApp extends Partial<Verification> {
  /** True, the default, if a status paper is ordered before. */
  readonly writesPaper?: boolean;
}

/** Runs the checker on a system, after a status paper if requested. Throws if no user of the secretariat has an account. */
const verifyApp = async (
  app: TestApp,
  { writesPaper = true, ...more }: VerificationOfApp,
): Promise<VerificationResult> => {
  const token = await accountOf(app, "secretariat");
  if (token === undefined) throw new Error("no user of the secretariat has an account");
  const request = requestsTo(app);
  if (writesPaper) await orderPaper(request, token, app.clock.now());
  await app.settle();
  return verifySystem({
    request,
    token,
    mails: () => Promise.resolve(mailsOf(app)),
    signIn: ({ sub }) => Promise.resolve(sub),
    now: app.clock.now(),
    ...more,
  });
};

/** Returns the findings, in readable lines for a failing test. */
export const findingsOf = async (app: TestApp, more: VerificationOfApp = {}): Promise<readonly string[]> =>
  (await verifyApp(app, more)).findings.map(({ kind, about, why }) => `${kind}: ${about}: ${why}`);
