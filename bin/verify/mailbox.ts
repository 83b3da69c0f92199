import * as z from "zod";

/** A mail in the form of the local mailbox, which every other reader of mails also uses. */
export const Mail = z.looseObject({
  id: z.string(),
  /** The letter that the mail's tag names. */
  letter: z.string().nullable(),
  at: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  /** The headers that a reader sees, where the reading of mails has them. */
  from: z.string().optional(),
  replyTo: z.array(z.string()).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  /** The outcome, as far as the mail service reports it. */
  fate: z.string().optional(),
  attachments: z.array(z.object({ bytes: z.int() })).optional(),
});
export type Mail = z.infer<typeof Mail>;

const Page = z.object({ items: z.array(Mail), next: z.string().optional() });

/** Every mail of a local system in the order of acceptance. Throws where the mailbox does not answer. */
export const readMailbox = async (url: string): Promise<readonly Mail[]> => {
  const mails: Mail[] = [];
  let after: string | undefined;
  for (;;) {
    const query = after === undefined ? "" : `?after=${encodeURIComponent(after)}`;
    const reply = await fetch(new URL(`/_local/mailbox/mails.json${query}`, url));
    if (!reply.ok) throw new Error(`The mailbox answers ${reply.status}`);
    const page = Page.parse(await reply.json());
    mails.push(...page.items);
    if (page.next === undefined) return mails;
    after = page.next;
  }
};
