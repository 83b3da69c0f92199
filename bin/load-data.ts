import { firstSecrets } from "../lambdas/io/cursor-secrets.ts";
import { DynamoDB } from "@aws-sdk/client-dynamodb";
import { randomIds, randomSecret } from "../lambdas/io/random.ts";
import { dynamoStore } from "../lambdas/io/store/store.ts";
import type { PartyId } from "../schemas/base/ids.ts";
import type { Party } from "../schemas/model/party.ts";
import type { UserRole } from "../schemas/model/user.ts";
import { EmailAddress, type Instant } from "../schemas/base/values.ts";
import { readDemoMissions, readPairing, readParties } from "./load/files.ts";
import { type LoadOptions, loadMissions, loadPairing, loadUsers, registerParties } from "./load/subjects.ts";

export interface InitialData {
  readonly endpoint: string;
  readonly tables: { readonly records: string; readonly journal: string; readonly letters: string };
  /** The time of the system, in which everything is recorded. */
  readonly now: Instant;
  /** Makes an account in the local user pool where there is none; gives its subject. */
  readonly subjectOf: (email: string) => string;
  /** True if the prepared pairing is loaded; a system that imports reviews begins without one. */
  readonly paired?: boolean;
  readonly progress?: (done: number, of: number) => void;
}

/** The made-up people who can sign in from the first minute on, all under example.org. */
export const demoPeople = {
  secretariat: "secretariat@example.org",
  secondSecretariat: "second.secretariat@example.org",
  president: "president@example.org",
  mission: (party: PartyId): string => `mission@${party.toLowerCase()}.example.org`,
  focalPoint: (party: PartyId): string => `focal.point@${party.toLowerCase()}.example.org`,
  observer: (party: PartyId): string => `observer@${party.toLowerCase()}.example.org`,
} as const;

/** Returns the made-up users of the secretariat, the President, and a user of every mission. */
const usersOf = (parties: readonly Party[], { now, subjectOf }: Pick<InitialData, "now" | "subjectOf">) => {
  const ids = randomIds({ now: () => now });
  const userOf = (role: UserRole, email: string, name: string, party?: PartyId) => ({
    user: { id: ids.user(), role, party, sub: subjectOf(email) },
    person: { name, email: EmailAddress.parse(email), language: "en" } as const,
  });
  return [
    userOf("secretariat", demoPeople.secretariat, "Secretariat (made up)"),
    userOf("secretariat", demoPeople.secondSecretariat, "A second person of the secretariat (made up)"),
    userOf("president", demoPeople.president, "President of the Conference (made up)"),
    ...parties.map(({ id, name }) =>
      userOf("permanent-mission", demoPeople.mission(id), `Permanent Mission of ${name} (made up)`, id),
    ),
  ];
};

/**
 * Fills empty tables with what a fresh local system starts from: the parties, the prepared pairing in three groups,
 * made-up mission contacts, and two users of the secretariat, the President and a user of every mission. Repeatable.
 */
export const loadInitialData = async ({
  endpoint,
  tables,
  now,
  subjectOf,
  paired = true,
  progress,
}: InitialData): Promise<void> => {
  const client = new DynamoDB({
    endpoint,
    region: "eu-central-1",
    credentials: { accessKeyId: "load", secretAccessKey: "load" },
  });
  const store = dynamoStore({ client, tables });
  const [parties, pairing, missions] = await Promise.all([readParties(), readPairing(), readDemoMissions()]);
  const reviews = paired ? pairing.groups.flatMap((group) => group.reviews).length : 0;
  const total = parties.length * 3 + reviews + 3;
  let done = 0;
  const tick = () => {
    done += 1;
    progress?.(done, total);
  };
  const loading: LoadOptions = { store, now, by: "load", tick };
  await registerParties(loading, parties);
  await store.cursorSecrets(() => firstSecrets(randomSecret(), now));
  if (paired) await loadPairing(loading, pairing);
  await loadMissions(loading, missions);
  await loadUsers(loading, usersOf(parties, { now, subjectOf }));
  client.destroy();
};
