import fc from "fast-check";
import { later, latest } from "../../../domain/base/time.ts";
import { GroupId, reviewIdOf } from "../../../schemas/base/ids.ts";
import { type Attempt, attemptIn, attempts, newLife } from "./commands.ts";
import { party, Play, seat } from "./play.ts";

/** Clusters and groups that several reviews are spread over. */
export const clusters = [
  [1, "c1-g1"],
  [1, "c1-g2"],
  [4, "c4-g1"],
] as const;
const startOfPlay = newLife().now;
const parties = ["FR", "AT", "IE", "JP", "UY"];
const start: Attempt = { what: "start", who: 0, hours: 0, days: 0, pick: 0 };

/** A review that was played, or that was only drawn, as that of another party, group and cluster. */
const review = fc
  .record({ tries: attempts, started: fc.nat(9), additional: fc.boolean() })
  .map(({ tries, started, additional }) => {
    const seats = [seat("FR", "under-review"), seat("PE", "reviewing"), seat("KE", "reviewing")];
    const more = additional ? [seat("TD", "additional-reviewer", "UNTOC")] : [];
    const life = { ...newLife(), play: new Play([...seats, ...more]) };
    for (const attempt of started === 0 ? [] : [start, ...tries]) attemptIn(life, attempt);
    return { review: life.play.review, now: life.now };
  });

/** Up to six reviews, each once, at a moment after all that happened in them, or some days later. */
export const severalReviews = fc
  .tuple(
    fc.array(fc.tuple(review, fc.constantFrom(...clusters), fc.constantFrom(...parties)), {
      minLength: 1,
      maxLength: 6,
    }),
    fc.constantFrom(0, 0, 1, 40, 400),
  )
  .map(([drawn, days]) => {
    const all = drawn.map(([one, [cluster, group], code]) => ({
      ...one.review,
      id: reviewIdOf(cluster, party(code)),
      cluster,
      group: GroupId.parse(group),
    }));
    const nows = drawn.map(([one]) => one.now);
    const now = later(latest(startOfPlay, ...nows), { hours: days * 24 });
    return { all: [...new Map(all.map((one) => [one.id, one])).values()], now };
  });
