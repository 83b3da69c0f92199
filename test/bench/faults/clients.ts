import { demoPeople } from "../../../bin/load-data.ts";
import type { PartyId, ReviewId } from "../../../schemas/base/ids.ts";
import type { Chance } from "../../use-cases/sending/campaign/chance.ts";
import { type RequestOptions, type Exchange, isDone, type Requests } from "./requests.ts";

/** The parties and reviews that clients write about. */
export interface Cast {
  readonly parties: readonly PartyId[];
  readonly reviews: readonly ReviewId[];
}

interface Mandate {
  readonly party: PartyId;
  readonly role: Role;
  readonly id: string;
}
type Role = "focal-point" | "expert";

export interface Clients {
  /** Runs one random act of one client. Does not throw if the system has ended. */
  readonly act: () => Promise<void>;
  /** Repeats requests without a reply until they get one, and some of the others. */
  readonly repeatUnanswered: () => Promise<void>;
  /** The secretariat writes to all missions. */
  readonly orderBulletin: () => Promise<void>;
  /** Requests that were repeated with their key, and those whose second reply differed. */
  readonly repeats: { count: number; readonly different: string[] };
  /** Pairs of writes in the same millisecond, and those that were both accepted though they exclude each other. */
  readonly twins: { count: number; readonly bothAccepted: string[] };
}

/** A field of an answer, where the answer is an object that has it as text or number. */
export const fieldOf = (reply: unknown, name: string): string | undefined => {
  if (typeof reply !== "object" || reply === null) return undefined;
  const value: unknown = Object.entries(reply).find(([key]) => key === name)?.[1];
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
};

/** Returns an object in a field of a reply, or undefined if there is none. */
export const objectOf = (reply: unknown, name: string): unknown =>
  typeof reply === "object" && reply !== null ? Object.entries(reply).find(([key]) => key === name)?.[1] : undefined;

/** The items of a page, or of another list in a reply. */
export const itemsOf = (reply: unknown, list = "items"): readonly unknown[] => {
  const items = objectOf(reply, list);
  return Array.isArray(items) ? items : [];
};

const text = {
  subject: "Briefing for {{party}}",
  body: "The secretariat invites {{recipientName}} to a briefing.\n\nIt is held in Vienna.",
};

/** Returns true if the first reply is final: after a 5xx of the gateway or a lost race nothing was done. */
const isFinal = ({ status }: Exchange): boolean =>
  status !== undefined && status < 500 && status !== 409 && status !== 429;

/** Clients that write at random: contacts, settings, nominations, replacements, outcomes, delays, bulletins. */
export const clientsOf = (
  requests: Requests,
  { parties, reviews }: Cast,
  chance: Chance,
  now: () => string,
): Clients => {
  let made = 0;
  const unanswered: RequestOptions[] = [];
  const answered: { readonly exchange: Exchange; readonly day: string }[] = [];
  const mandates: Mandate[] = [];
  const repeats: Clients["repeats"] = { count: 0, different: [] };
  const twins: Clients["twins"] = { count: 0, bothAccepted: [] };
  const next = () => (made += 1);
  const one = <Item>(items: readonly Item[]): Item | undefined => items[chance.between(0, items.length - 1)];
  const dayIn = (days: number): string => new Date(Date.parse(now()) + days * 86_400_000).toISOString().slice(0, 10);

  const send = async (asking: RequestOptions): Promise<Exchange> => {
    const exchange = await requests.send(asking);
    if (asking.key === undefined) return exchange;
    if (isFinal(exchange)) answered.push({ exchange, day: dayIn(0) });
    else unanswered.push(asking);
    return exchange;
  };

  const contact = (party: PartyId): RequestOptions => {
    const number = next();
    return {
      by: demoPeople.secretariat,
      method: "POST",
      path: "/v1/contacts",
      key: `contact-number-${number}`,
      body: { contacts: [{ party, way: "call", outcome: "informed", note: `Contact number ${number}` }] },
    };
  };
  const recordContacts = async (party: PartyId): Promise<void> => {
    twins.count += 1;
    await Promise.all([send(contact(party)), send(contact(party))]);
  };

  const settings = (party: PartyId, match: string): RequestOptions => ({
    by: demoPeople.mission(party),
    method: "PUT",
    path: `/v1/parties/${party}/mission`,
    match,
    body: { address: demoPeople.mission(party), language: "en", place: `Place ${next()}` },
  });
  const setMission = async (party: PartyId): Promise<void> => {
    const path = `/v1/parties/${party}/mission`;
    const { etag } = await requests.send({ by: demoPeople.mission(party), method: "GET", path });
    if (etag === undefined) return;
    twins.count += 1;
    const both = await Promise.all([send(settings(party, etag)), send(settings(party, etag))]);
    if (both.every(isDone)) twins.bothAccepted.push(`${path} with If-Match ${etag}`);
  };

  const nominee = (party: PartyId, role: Role) => {
    const number = next();
    const email = `${role.replace("-", ".")}.${number}@${party.toLowerCase()}.example.org`;
    return { name: `Person ${number} of ${party}`, email, institution: "Ministry of Justice", language: "en" };
  };
  const namePerson = async (party: PartyId): Promise<void> => {
    const role = chance.share(0.6) ? "focal-point" : "expert";
    const exchange = await send({
      by: demoPeople.mission(party),
      method: "POST",
      path: `/v1/parties/${party}/mandates`,
      key: `nomination-${next()}`,
      body: { role, person: nominee(party, role) },
    });
    const id = fieldOf(exchange.reply, "mandate");
    if (isDone(exchange) && id !== undefined) mandates.push({ party, role, id });
  };
  const endMandate = async (): Promise<void> => {
    const mandate = one(mandates);
    if (mandate === undefined) return;
    const { party, role, id } = mandate;
    const replaces = chance.share(0.7);
    const person = replaces ? { person: nominee(party, role) } : {};
    const exchange = await send({
      by: demoPeople.mission(party),
      method: "POST",
      path: `/v1/parties/${party}/mandates/${id}/${replaces ? "replacement" : "removal"}`,
      key: `mandate-end-${next()}`,
      body: { ...person, ...(chance.share(0.7) ? { effectiveOn: dayIn(chance.between(1, 9)) } : {}) },
    });
    if (!isDone(exchange)) return;
    mandates.splice(mandates.indexOf(mandate), 1);
    const successor = fieldOf(objectOf(exchange.reply, "successor"), "mandate");
    if (successor !== undefined) mandates.push({ party, role, id: successor });
  };

  const recordOutcome = async (): Promise<void> => {
    const review = one(reviews);
    await send({
      by: demoPeople.secretariat,
      method: "POST",
      path: `/v1/reviews/${review}/consultation/outcome`,
      key: `consultation-${next()}`,
      body: { heldOn: dayIn(-1), languages: { languages: ["en"] } },
    });
  };
  const notifyDelay = async (): Promise<void> => {
    const review = one(reviews);
    const party = review?.slice("c1-".length);
    const path = `/v1/reviews/${review}`;
    const by = demoPeople.secretariat;
    const { reply } = await requests.send({ by, method: "GET", path });
    const obligations = objectOf(reply, "obligations");
    const pending = Array.isArray(obligations) ? obligations : [];
    const found: unknown = pending.find(
      (each: unknown) => fieldOf(each, "kind") === "questionnaire" && fieldOf(each, "state") === "open",
    );
    const focalPoint = mandates.find((each) => each.party === party && each.role === "focal-point");
    if (found === undefined || focalPoint === undefined) return;
    const email = requests.exchanges.flatMap((exchange) =>
      fieldOf(exchange.reply, "mandate") === focalPoint.id
        ? (fieldOf(objectOf(exchange.body, "person"), "email") ?? [])
        : [],
    )[0];
    if (email === undefined) return;
    await send({
      by: email,
      method: "POST",
      path: `${path}/obligations/${fieldOf(found, "id")}/delay`,
      key: `delay-number-${next()}`,
      body: { dueOn: dayIn(chance.between(200, 300)), reason: "coordination" },
    });
  };

  const repeat = async (before: Exchange): Promise<void> => {
    const { by, method, path, key = "", body, status, reply } = before;
    const again = await requests.send({ by, method, path, key, body });
    if (again.status === undefined || again.status >= 500) return;
    repeats.count += 1;
    const same = again.status === status && JSON.stringify(again.reply) === JSON.stringify(reply);
    if (!same && isDone(before)) repeats.different.push(`${path} with key ${key}: ${status}, then ${again.status}`);
  };

  const act = async (): Promise<void> => {
    const party = one(parties);
    if (party === undefined) return;
    const what = chance.between(1, 100);
    if (what <= 25) return recordContacts(party);
    if (what <= 40) return setMission(party);
    if (what <= 75) return namePerson(party);
    if (what <= 85) return endMandate();
    if (what <= 91) return recordOutcome();
    if (what <= 95) return notifyDelay();
    // Keys are stored for a week, and the clock moves by less than that within the round.
    const before = one(answered.filter(({ day }) => day >= dayIn(0)));
    if (before !== undefined) await repeat(before.exchange);
  };

  return {
    act,
    repeats,
    twins,
    repeatUnanswered: async () => {
      for (const asking of unanswered.splice(0)) await send(asking);
    },
    orderBulletin: async () => {
      const by = demoPeople.secretariat;
      const body = { audience: { roles: ["mission"] }, text };
      const preview = await requests.send({ by, method: "POST", path: "/v1/bulletins/previews", body });
      const hash = fieldOf(preview.reply, "hash");
      if (hash === undefined) return;
      await send({ by, method: "POST", path: "/v1/bulletins", key: `bulletin-${next()}`, body: { preview: hash } });
    },
  };
};
