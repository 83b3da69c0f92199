import { expect } from "vitest";
import { type Call, freshKey, type Running, secretariat } from "./harness.ts";

/** What a bulletin says where a test does not care. */
const text = { subject: "Briefing for {{party}}", body: "Dear {{recipientName}},\n\nthere will be a briefing." };

export const previewing = (audience: object, more: object = {}): Call => [
  "POST",
  "/v1/bulletins/previews",
  { as: secretariat, body: { audience, text, ...more } },
];
export const ordering = (hash: string, more: object = {}): Call => [
  "POST",
  "/v1/bulletins",
  { as: secretariat, key: freshKey(), body: { preview: hash, ...more } },
];
export const commanding = (id: string, what: string, as: string = secretariat): Call => [
  "POST",
  `/v1/bulletins/${id}/${what}`,
  { as, key: freshKey() },
];

/** The desk of the secretariat at which bulletins are written, over HTTP. */
export interface Desk {
  readonly preview: (audience: object, more?: object) => Promise<any>;
  /** Previews and orders at once. */
  readonly order: (audience: object, more?: { sendAt?: string; text?: object }) => Promise<any>;
  readonly command: (id: string, what: string, as?: string) => Promise<any>;
  /** A bulletin as it stands; its progress adds up to its frozen recipients whenever it is asked for. */
  readonly details: (id: string) => Promise<any>;
  /** Addresses that mails of a bulletin arrived at. */
  readonly mailsOf: (id: string) => readonly string[];
  readonly sweep: () => Promise<void>;
  /** Registers a second person of the secretariat; gives the address. */
  readonly second: () => Promise<string>;
}

export const deskOf = (api: Running): Desk => {
  const preview: Desk["preview"] = async (audience, more = {}) => {
    const { status, body } = await api.ask(...previewing(audience, more));
    expect([status, body]).toEqual([200, expect.objectContaining({ hash: expect.any(String) })]);
    return body;
  };
  return {
    preview,
    order: async (audience, { text: said, ...more } = {}) => {
      const { hash } = await preview(audience, said === undefined ? {} : { text: said });
      const { status, body } = await api.ask(...ordering(hash, more));
      expect([status, body]).toEqual([202, expect.objectContaining({ preview: hash })]);
      return body;
    },
    command: async (id, what, as = secretariat) => (await api.ask(...commanding(id, what, as))).body,
    details: async (id) => {
      const { body } = await api.get(`/v1/bulletins/${id}`, secretariat);
      const { recipients, sent, skipped, failed, unknown, waiting } = body.progress;
      expect(sent + skipped + failed + unknown + waiting).toBe(recipients);
      expect(recipients).toBe(body.recipients);
      return body;
    },
    mailsOf: (id) =>
      api.app.mailbox.find({ limit: 10_000 }).flatMap(({ subject, to }) => (subject.includes(id) ? to : [])),
    sweep: () => api.sweep("hourly"),
    second: async () => {
      const email = "second.officer@example.org";
      const person = { name: "Second Officer", email, language: "en" };
      const asking = { as: secretariat, key: freshKey(), body: { role: "secretariat", person } };
      expect((await api.ask("POST", "/v1/users", asking)).status).toBe(201);
      await api.app.rest();
      return email;
    },
  };
};
