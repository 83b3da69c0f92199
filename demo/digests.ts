import pMap from "p-map";
import { type Api, answerOf, ifMatchOf } from "../client/client.ts";
import { demoPeople } from "../bin/load-data.ts";
import { chanceFor } from "./chance.ts";
import type { Population } from "./population.ts";

/** Percentage of missions that choose a weekly digest of their focal points' letters. */
const share = 6;
const maxConcurrency = 6;

/** Some missions of the group set that copies of letters to their focal points come in one letter a week. */
export const askForDigests = async (
  as: (email: string) => Api,
  { group, reviews }: Population,
  seed: number,
): Promise<void> => {
  const inGroup = reviews.filter((review) => review.group === group);
  const parties = new Set(inGroup.flatMap(({ seats }) => seats.map(({ party }) => party)));
  const asking = [...parties].filter((party) => chanceFor(seed, `digest of ${party}`).inHundred(share));
  await pMap(
    asking,
    async (partyId) => {
      const mission = as(demoPeople.mission(partyId));
      const path = { partyId };
      const found = await answerOf(mission.GET("/v1/parties/{partyId}/mission", { params: { path } }));
      const { contacts } = found.body;
      if (contacts === undefined) return;
      await answerOf(
        mission.PUT("/v1/parties/{partyId}/mission", {
          params: { path, header: ifMatchOf(found) },
          body: { ...contacts, digest: "weekly" },
        }),
      );
    },
    { concurrency: maxConcurrency },
  );
};
