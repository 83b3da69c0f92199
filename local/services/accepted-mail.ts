/** A file that a mail carries. */
export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

/**
 * What becomes of a mail. `transient`: tried for hours and given up; `replied`: delivered, and answered by somebody out
 * of office, which counts as a transient bounce; `delayed`: still being tried; `silent`: its events get lost; `doubled`: delivered, and each event
 * comes twice.
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
  /** What became of it, as far as the mail service knows. */
  readonly fate: Fate;
}
