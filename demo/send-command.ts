import type { Nominee } from "../client/api-types.ts";
import { type Api, answerOf, makeIdempotencyKey } from "../client/client.ts";
import { demoPeople } from "../bin/load-data.ts";
import { type CommandOf, sendReviewCommand } from "./send-review-command.ts";
import type { Caller, DemoCommand, Person } from "./timeline.ts";

/** Returns the sign-in address of a caller. */
export const addressOf = (caller: Caller): string => {
  if (caller.role === "secretariat") return demoPeople.secretariat;
  if (caller.role === "mission") return demoPeople.mission(caller.party);
  const { role, party, number } = caller;
  if (number === 1 && role === "focal-point") return demoPeople.focalPoint(party);
  if (number === 1 && role === "observer") return demoPeople.observer(party);
  return `${role.replace("-", ".")}.${number}@${party.toLowerCase()}.example.org`;
};

const titles = { "focal-point": "Focal Point", expert: "Expert", observer: "Observer" } as const;

const justice = { institution: "Ministry of Justice", institutionKind: "justice" } as const;
const interior = { institution: "Ministry of the Interior", institutionKind: "interior" } as const;
const foreignAffairs = { institution: "Ministry of Foreign Affairs", institutionKind: "foreign-affairs" } as const;
const prosecution = { institution: "Office of the Prosecutor General", institutionKind: "other" } as const;
/** Institutions of made-up people, most of them one of three ministries (paragraph 12). */
const institutions = [justice, interior, justice, foreignAffairs, justice, interior, prosecution] as const;

/** A person who is named with all details. */
type NamedNominee = Nominee & Required<Pick<Nominee, "name" | "email" | "language">>;

/** Returns the nomination data of a person. */
export const nomineeOf = (person: Person): NamedNominee => {
  const { role, party, number } = person;
  const place = party.charCodeAt(0) + party.charCodeAt(1) + number;
  return {
    name: `${titles[role]} ${number} of ${party}`,
    email: addressOf(person),
    ...(institutions[place % institutions.length] ?? justice),
    gender: place % 3 === 0 ? "female" : "male",
    language: "en",
  };
};

/** Ids of mandates as the API gave them, by the person who holds them. */
export type Mandates = Map<string, string>;

const nameOf = ({ role, party, number }: Person): string => `${party} ${role} ${number}`;

const mandateOf = (mandates: Mandates, person: Person): string => {
  const known = mandates.get(nameOf(person));
  if (known === undefined) throw new Error(`${nameOf(person)} was never named`);
  return known;
};

/** Names, replaces or removes a person, and stores the mandate. */
const changePeople = async (
  api: Api,
  key: string,
  does: CommandOf<"name" | "replace" | "remove">,
  mandates: Mandates,
): Promise<void> => {
  const { person } = does;
  const partyId = person.party;
  const header = makeIdempotencyKey(key);
  if (does.kind === "name") {
    const body = { role: person.role, person: nomineeOf(person), reviews: [...does.reviews] };
    const { body: named } = await answerOf(
      api.POST("/v1/parties/{partyId}/mandates", { params: { path: { partyId }, header }, body }),
    );
    mandates.set(nameOf(person), named.mandate);
    return;
  }
  const params = { path: { partyId, mandateId: mandateOf(mandates, person) }, header };
  if (does.kind === "remove") {
    await answerOf(api.POST("/v1/parties/{partyId}/mandates/{mandateId}/removal", { params, body: {} }));
    return;
  }
  const { by, effectiveOn } = does;
  const body = { person: nomineeOf(by), ...(effectiveOn === undefined ? {} : { effectiveOn }) };
  const { body: changed } = await answerOf(
    api.POST("/v1/parties/{partyId}/mandates/{mandateId}/replacement", { params, body }),
  );
  if (changed.successor !== undefined) mandates.set(nameOf(by), changed.successor.mandate);
};

/** Sends one command to the API as its caller. The key makes it have one effect however often it is sent. */
export const sendCommand = async (
  api: Api,
  key: string,
  caller: Caller,
  does: DemoCommand,
  mandates: Mandates,
): Promise<void> => {
  if (does.kind === "name" || does.kind === "replace" || does.kind === "remove")
    return changePeople(api, key, does, mandates);
  return sendReviewCommand({ api, key, caller }, does);
};
