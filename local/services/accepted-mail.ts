/** A file that a mail carries. */
export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

/**
 * Outcomes of a mail. `transient`: tried for hours and given up; `replied`: delivered, and answered by an absence
 * notice, which counts as a transient bounce; `delayed`: still being tried; `silent`: its events get lost; `doubled`:
 * delivered, and each event comes twice.
 */
export const fates = [
  "delivered",
  "bounced",
  "transient",
  "replied",
  "complained",
  "suppressed",
  "delayed",
  "silent",
  "doubled",
] as const;
export type Fate = (typeof fates)[number];

/** A mail that was accepted. */
export interface Mail {
  readonly id: string;
  /** UTC. */
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly configurationSet?: string;
  readonly attachments: readonly Attachment[];
  /** The outcome, as far as the mail service reports it. */
  readonly fate: Fate;
}
