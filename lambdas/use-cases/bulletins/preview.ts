import { letterWritersIn } from "../../io/letter-writers.ts";
import { languagesOf, versionsOf, wordsOf } from "../../../domain/bulletins/languages.ts";
import { hashAfterOrder, pagesOf, previewHash } from "../../../domain/bulletins/preview.ts";
import { refusedTime } from "../../../domain/bulletins/bulletin.ts";
import { type Refused, refuse } from "../../../domain/base/decision.ts";
import { checkWords } from "../../../domain/bulletins/check-text.ts";
import { inForce } from "../../../domain/base/settings.ts";
import { mostRecipients } from "../../../domain/policy/bulletins.ts";
import { previewRetention } from "../../../domain/policy/retention.ts";
import { logicalRecipient } from "../../../domain/letters/letter-id.ts";
import { dayOf, later } from "../../../domain/base/time.ts";
import type { Addressee, PreviewedAddressee } from "../../../schemas/model/addressee.ts";
import type { TextProblem, BulletinWords } from "../../../schemas/model/bulletin-text.ts";
import type { BulletinWording } from "../../../schemas/model/bulletin.ts";
import type { PreviewView } from "../../../schemas/views/bulletin.ts";
import { BulletinId, type Hash, type TextId, type UserId } from "../../../schemas/base/ids.ts";
import type { TextVersion } from "../../../schemas/model/stored-text.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Store } from "../../io/ports/store.ts";
import { type BulletinFor, bulletinWriter, type ComposeBulletinsIo } from "./compose.ts";
import { storedText, type TextIo } from "./stored-text.ts";
import { previewedView } from "../../../domain/views/bulletins.ts";
import { recipientView } from "../../../domain/views/named.ts";
import { wouldNeedApproval } from "./order.ts";
import { resolveAudience } from "./resolve-audience.ts";

/** Returns the text that a draft contains or names. Refuses an unknown text, and a draft with no text or with two. */
const wordingOf = async (
  io: TextIo,
  { audience, stored, ...words }: Omit<Draft, "sendAt">,
): Promise<Refused | BulletinWording> => {
  const unusable = (problem: TextProblem["problem"]) =>
    refuse("unusable-text", { problems: [{ where: "body", problem }] });
  const given = [words.text, words.texts, stored].filter((one) => one !== undefined).length;
  if (given !== 1) return unusable(given === 0 ? "empty" : "two-texts");
  if (stored === undefined) return { audience, ...wordsOf(words) };
  const found = await storedText(io, stored.id, stored.version);
  if (found === undefined) return unusable("not-stored");
  return { audience, ...found.words, stored: { id: found.id, version: found.version } };
};

export type PreviewIo = ComposeBulletinsIo & { readonly store: Store };

/** A bulletin that does not exist yet, as samples name it. */
const notYet = BulletinId.parse(`b-${"0".repeat(26)}`);
/** The number of samples of a text in one language; for texts in several languages, one of each. */
const mostSamples = 3;
/** The maximum number of recipients whose errors are reported. */
const maxReportedProblems = 20;

/** The stored result of writing to all recipients. */
interface TriedOut {
  readonly withoutAddress: number;
  /** All recipients, with the language of their letters. */
  readonly addressees: readonly PreviewedAddressee[];
  /** The first that were written. */
  readonly samples: PreviewView["samples"];
  /** The reasons why it cannot be sent unchanged. */
  readonly problems: readonly RecipientProblem[];
}

type RecipientProblem = { readonly problem: "too-large" | "no-value" | "no-text-in-language" } & Readonly<
  Record<string, string>
>;

const problemsOf = (one: BulletinFor, namesLanguage: boolean): readonly RecipientProblem[] => {
  if (one.kind === "written" || one.kind === "no-address") return [];
  const recipient = logicalRecipient(one.addressee.recipient);
  const at = { where: "body", ...(namesLanguage ? { language: one.language } : {}), recipient };
  if (one.kind === "value-missing")
    return one.placeholders.map((placeholder) => ({ ...at, problem: "no-value", placeholder }));
  return [{ ...at, problem: one.kind === "too-large" ? "too-large" : "no-text-in-language" }];
};

/** Writes to all recipients, one after the other. */
const tryOut = (
  addressees: readonly Addressee[],
  words: BulletinWords,
  write: (addressee: Addressee) => BulletinFor,
): TriedOut => {
  const languages = languagesOf(versionsOf(words));
  const mostInOne = languages.length === 1 ? mostSamples : 1;
  const samples: PreviewView["samples"] = [];
  const problems: RecipientProblem[] = [];
  const listed: PreviewedAddressee[] = [];
  let withoutAddress = 0;
  for (const addressee of addressees) {
    const one = write(addressee);
    problems.push(...problemsOf(one, words.texts !== undefined));
    listed.push({ ...addressee, ...(one.kind === "written" ? one.chosen : {}) });
    if (one.kind === "no-address") withoutAddress += 1;
    if (one.kind !== "written") continue;
    const { language } = one.chosen;
    if (samples.filter((sample) => sample.language === language).length === mostInOne) continue;
    const { subject, text, html } = one.letter;
    samples.push({ recipient: recipientView(addressee.recipient), language, subject, text, html });
  }
  return { withoutAddress, addressees: listed, samples, problems };
};

/** Returns the reported errors, and the number of further ones. */
const firstOf = (problems: readonly RecipientProblem[]): Readonly<Record<string, unknown>> => ({
  problems: problems.slice(0, maxReportedProblems),
  ...(problems.length <= maxReportedProblems ? {} : { problemsLeftOut: problems.length - maxReportedProblems }),
});

/** Returns the number of recipients of the text in each language. */
const reachOf = (words: BulletinWords, addressees: readonly PreviewedAddressee[]): PreviewView["languages"] =>
  languagesOf(versionsOf(words)).map((language) => {
    const reached = addressees.filter((one) => one.language === language);
    const readingAnother = reached.filter(({ languagesTried = [] }) => languagesTried.length > 0).length;
    return { language, recipients: reached.length, readingAnother };
  });

/** A request: an audience, and either a text, or texts in several languages, or a stored one. */
export interface Draft extends BulletinWords {
  readonly audience: BulletinWording["audience"];
  readonly stored?: { readonly id: TextId; readonly version?: TextVersion | undefined } | undefined;
  readonly sendAt?: Instant | undefined;
}

/** The request, its recipients, and sample letters. */
export interface BulletinForecast extends Pick<TriedOut, "withoutAddress" | "addressees" | "samples"> {
  readonly wording: BulletinWording;
  readonly hash: Hash;
}

/**
 * Returns the result of ordering a bulletin now: all recipients in the audience, every letter rendered, and a few of
 * them as samples. Refuses a bulletin that cannot be sent, with the reason.
 */
export const forecastBulletin = async (
  io: PreviewIo,
  { sendAt, ...draft }: Draft,
  now: Instant,
): Promise<Refused | BulletinForecast> => {
  const wording = await wordingOf(io, draft);
  if ("refusal" in wording) return wording;
  const { audience } = wording;
  const versions = versionsOf(wording);
  const unsound = checkWords(wording, now, await letterWritersIn(languagesOf(versions)));
  if (unsound.length > 0) return refuse("unusable-text", { problems: unsound });
  const refused = refusedTime(sendAt, now);
  if (refused !== undefined) return refused;
  const addressees = await resolveAudience(io, audience, now);
  if (addressees.length === 0) return refuse("empty-audience");
  const most = inForce(mostRecipients, dayOf(now));
  if (addressees.length > most) return refuse("too-many-recipients", { most, recipients: addressees.length });
  const write = await bulletinWriter(io, { bulletin: notYet, versions }, addressees, now);
  const { problems, ...seen } = tryOut(addressees, wording, write);
  if (problems.length > 0) return refuse("unusable-text", firstOf(problems));
  return { wording, hash: previewHash(wording, addressees), ...seen };
};

/** Returns the hash of a preview that is not yet ordered: a second order would mail all recipients twice. */
const unusedHash = async (store: Pick<Store, "orderOf">, hash: Hash): Promise<Hash> => {
  const order = await store.orderOf(hash);
  return order === undefined ? hash : unusedHash(store, hashAfterOrder(hash, order));
};

/** Returns a forecast stored under its hash until it expires, for an order to quote. */
export const previewBulletin = async (
  io: PreviewIo,
  draft: Draft,
  madeBy: UserId,
  now: Instant,
): Promise<Refused | PreviewView> => {
  const foreseen = await forecastBulletin(io, draft, now);
  if ("refusal" in foreseen) return foreseen;
  const { wording, hash: content, addressees, withoutAddress, samples } = foreseen;
  const hash = await unusedHash(io.store, content);
  const pages = pagesOf(addressees);
  const expiresAt = later(now, previewRetention);
  const recipients = addressees.length;
  const kept = { ...wording, hash, content, recipients, pages: pages.length, madeBy, madeAt: now, expiresAt };
  await io.store.savePreview(kept, pages);
  return {
    hash,
    recipients,
    withoutAddress,
    needsApproval: await wouldNeedApproval(io.store, madeBy, recipients, now),
    expiresAt,
    items: (pages[0] ?? []).map(previewedView),
    languages: reachOf(wording, addressees),
    samples,
  };
};
