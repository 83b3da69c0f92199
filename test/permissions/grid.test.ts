import { beforeAll, describe, expect, test } from "vitest";
import { Action } from "../../schemas/base/actions.ts";
import { endpoints } from "../../schemas/api/index.ts";
import { MandateRole, SeatRole, Stage } from "../../schemas/model/review.ts";
import { UserRole } from "../../schemas/model/user.ts";
import { triesOf } from "../harness/search-runs.ts";
import { secretariat } from "../harness/test-api.ts";
import { type Cell, gapsOf, readGrid } from "./grid.ts";
import { freezeScenes, wrongAnswersInProcess, type FrozenScene } from "./cells-in-process.ts";
import { sideScenesOf } from "./side-scenes.ts";
import { fieldGaps, readFields, watchReplies } from "./fields.ts";
import { neverShown } from "./never-shown.ts";
import type { InProcess } from "./in-process.ts";
import { operations } from "./operations.ts";
import { reference } from "./reply-fields.ts";
import { decisionGaps, neverAsked, type AskedRequest } from "./parameters.ts";
import { everyone, type One, people, recorders, review, type Scene, scenes, type Who } from "./people.ts";
import { everyReading, sameForAll } from "./readings.ts";
import { abouts, recordedActions, requestsOf } from "./requests.ts";

const grid = readGrid();
/** `npm test` asks one in three cells of a scene, other ones in the next; `npm run test:system` asks all of them. */
const oneIn = triesOf(1, 3);
const isWhole = oneIn === 1;
const chosenIn = (scene: Scene): readonly Cell[] =>
  grid.filter((one) => one.scene === scene).filter((_, place) => (place + scenes.indexOf(scene)) % oneIn === 0);
/** Maps a recorder for a party to the secretariat, which gets the same replies. */
const asReader = (who: Who): Who => (recorders.includes(who) ? "secretariat" : who);

describe("the grid of permitted actions by caller and scene", () => {
  test("has exactly one outcome for every caller, every action and every scene", () => {
    expect(gapsOf(grid, abouts, recordedActions)).toEqual([]);
  });

  test("is used by every operation of the API that answers with data or does something", () => {
    const coveredOperations = new Set(Action.options.flatMap((action) => operations[action].on.map(({ id }) => id)));
    expect(endpoints.map(({ id }) => id).filter((id) => !coveredOperations.has(id) && !reference.has(id))).toEqual([]);
  });

  test("says of every parameter that has one of some values whether rights depend on it", () => {
    expect(decisionGaps()).toEqual([]);
  });
});

describe("in-process, with nothing written, the API answers as the grid says", () => {
  let frozenScenes: ReadonlyMap<Scene, FrozenScene>;
  const rows = readFields();
  const watch = watchReplies(rows);
  const requests: AskedRequest[] = [];
  beforeAll(async () => {
    frozenScenes = await freezeScenes();
  });

  const standIn = (scene: Scene): FrozenScene => {
    const frozen = frozenScenes.get(scene);
    if (frozen === undefined) throw new Error(`there is no system in ${scene}`);
    return frozen;
  };

  const reviewIn = async ({ api }: FrozenScene) => (await api.get(`/v1/reviews/${review}`, secretariat)).body;

  test.each(scenes)("in the scene %s", async (scene) => {
    const frozen = standIn(scene);
    const wrong: string[] = [];
    for (const cell of chosenIn(scene))
      wrong.push(
        ...(await wrongAnswersInProcess(frozen, cell, ({ operation, path, asking }, answer) => {
          watch.see(operation, asReader(cell.who), scene, answer);
          requests.push({ operation, path, body: asking.body, who: cell.who, scene });
        })),
      );
    expect(wrong).toEqual([]);
  });

  test("and every caller used every value on which rights depend in each scene, and every other value in some", () => {
    expect(isWhole ? neverAsked(requests) : []).toEqual([]);
  });

  test("and the scenes are of all stages", async () => {
    const stages = await Promise.all(
      [...frozenScenes.values()].map(async (frozen) => (await reviewIn(frozen)).stage as Stage),
    );
    expect(new Set(stages)).toEqual(new Set(Stage.options));
  });

  test("and all callers of the grid together have every role of an account, of a mandate and of a seat", async () => {
    const { api } = standIn("consultation");
    const accounts = new Set<string>();
    const mandates = new Set<string>();
    for (const who of everyone.filter((one) => one !== "nobody")) {
      const { body } = await api.get("/v1/me", people[who].as);
      accounts.add(body.role);
      for (const { role } of body.mandates) mandates.add(role);
    }
    const seats = (await reviewIn(standIn("consultation"))).seats as readonly { role: string }[];
    expect(accounts).toEqual(new Set(UserRole.options));
    expect(mandates).toEqual(new Set(MandateRole.options));
    expect(new Set(seats.map(({ role }) => role))).toEqual(new Set(SeatRole.options));
  });

  describe("and every field of every reply", () => {
    /** Sends requests as over HTTP, where a permitted request is refused for another reason. */
    const askInVain = async ({ api, place }: FrozenScene): Promise<void> => {
      for (const cell of grid.filter(({ scene, outcome }) => scene === place.scene && outcome === "allowed"))
        for (const { method, path, operation, harmless } of requestsOf(place, cell))
          if (harmless !== undefined)
            watch.see(
              operation,
              asReader(cell.who),
              cell.scene,
              await api.request(method, `${path}${harmless.query ?? ""}`, harmless.asking),
            );
    };
    /** Reads only what the caller is not refused. */
    const readAll = async (
      api: InProcess,
      scene: Scene,
      readersOf: (operation: string) => { readonly each: readonly Who[]; readonly whereNew?: readonly Who[] },
    ): Promise<void> => {
      const refused = new Set<string>();
      for (const [operation, path, moreOf = path] of await everyReading(api)) {
        /** Returns true if any of them reads a field that they had not read before in the scene. */
        const readAs = async (some: readonly Who[]): Promise<boolean> => {
          let isNew = false;
          for (const who of some.filter((one) => !refused.has(`${one} ${moreOf}`))) {
            const answer = await api.get(path, (people[who] as One).as);
            if (watch.see(operation, who, scene, answer)) isNew = true;
            if (answer.status >= 400) refused.add(`${who} ${moreOf}`);
          }
          return isNew;
        };
        const { each, whereNew = [] } = readersOf(operation);
        if (await readAs(each)) await readAs(whereNew);
      }
    };
    /** The callers that read replies for all. */
    const someone: readonly Who[] = ["secretariat", "nobody"];
    /** In one scene all callers read them; in a part of the grid, only where the secretariat reads a new field. */
    const readersIn = (scene: Scene) => (operation: string) => ({
      each: (isWhole && scene === "returned") || !sameForAll.has(operation) ? everyone : someone,
      whereNew: !isWhole && scene === "returned" && sameForAll.has(operation) ? everyone : [],
    });
    /** The callers with the most and the least rights; the others read side scenes only if these find a new field. */
    const first: readonly Who[] = [
      "secretariat",
      "mission-additional",
      "mission-uninvolved",
      "fp-under",
      "fp-drawn-away",
      "fp-ended",
      "nobody",
    ];
    const readersBeside = (operation: string) => ({
      each: first,
      whereNew: sameForAll.has(operation) ? [] : everyone.filter((who) => !first.includes(who)),
    });

    test("has its row in the table of fields, and each row is about an existing field", () => {
      expect(fieldGaps(rows)).toEqual([]);
    });

    test("is shown to the callers of the table, and to no other, in any scene", async () => {
      const read = [...frozenScenes].filter((_, place) => place % oneIn === 0);
      for (const [scene, frozen] of read) {
        await askInVain(frozen);
        await readAll(frozen.api, scene, readersIn(scene));
      }
      if (isWhole) for await (const { api, scene } of sideScenesOf(watch.see)) await readAll(api, scene, readersBeside);
      expect(watch.leaks()).toEqual([]);
      expect(isWhole ? watch.idle() : []).toEqual([]);
    });

    test("is shown to a caller at some time, except those with a stated reason", () => {
      const unshown = watch.unknownAmong().filter((field) => isWhole || field in neverShown);
      expect(unshown.toSorted()).toEqual(Object.keys(neverShown).toSorted());
    });
  });
});
