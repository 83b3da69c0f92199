import type { Actor } from "../../../domain/base/actor.ts";
import { type Refused, refuse } from "../../../domain/base/decision.ts";

/** An address has another holder: only the secretariat and the holder's own party learn that it is in use. */
export const refuseAddress = ({ role }: Actor, isOfOwnParty: boolean): Refused =>
  refuse(role === "secretariat" || isOfOwnParty ? "address-in-use" : "address-not-usable");
