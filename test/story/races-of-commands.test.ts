import { beforeAll, describe, expect, test } from "vitest";
import { orderDenunciation } from "../fixtures/denounce.ts";
import { realTakeOver } from "../fixtures/real-take-over.ts";
import { lifeOf } from "../fixtures/review-life.ts";
import type { Sheets } from "../fixtures/take-over.ts";
import { type Command, must, type Race, runRace } from "../harness/command-races.ts";
import { missionOf, secondSecretariat, secretariat, startBody, startGroup } from "../harness/test-api.ts";
import { type InProcess, openInProcess } from "../permissions/in-process.ts";

const show = (path: string, pick: readonly string[]) => async (api: InProcess) => {
  const { body } = await api.get(path, secretariat);
  return Object.fromEntries(pick.map((name) => [name, body[name]]));
};

const decision = (document: string) => ({ body: "conference", document, decidedOn: "2020-11-30" });

describe("the start of a group off its plan", () => {
  const of = { groupId: "c1-g2" };
  const read = show("/v1/groups/c1-g2", ["state", "startedOn", "version"]);
  const approval: Command = { operation: "approveGroupStart", of, as: secondSecretariat };
  let api: InProcess;
  beforeAll(async () => {
    api = await openInProcess();
    const body = await startBody(api, "c1-g2", "2020-12-01");
    await must(api, { operation: "startGroup", of, body });
    await api.app.rest();
  });

  const undoing = (what: string): Command => ({ operation: "reverseGroupStart", of, body: { what, reason: "A slip" } });

  test("is approved while its order is withdrawn", async () => {
    await runRace(
      { api, first: approval, second: undoing("order"), read },
      [202, "wrong-group-state"],
      ["wrong-group-state", 200],
    );
  });

  test("is approved and applied while it is undone", async () => {
    await runRace(
      { api, first: { ...approval, applied: true }, second: undoing("start"), read },
      [202, 202],
      [202, "wrong-group-state"],
    );
  });
});

describe("the opening of a phase", () => {
  const of = { phaseId: "c4" };
  const read = show("/v1/phases/c4", ["state", "openedOn", "decision"]);
  let api: InProcess;
  let opening: Command;
  beforeAll(async () => {
    api = await openInProcess();
    await startGroup(api);
    const { hash: preview } = await must(api, { operation: "previewPhaseOpening", of });
    opening = { operation: "openPhase", of, body: { preview, decision: decision("CTOC/COP/2020/11") } };
  });

  /** Fails unless exactly the missions with a letter about another decision received one that corrects it. */
  const readCorrected = async (copy: InProcess) => {
    const shown = await read(copy);
    const document: string = (await copy.get("/v1/phases/c4", secretariat)).body.decision.document;
    const letters = await copy.behind.letters();
    const wrong = new Set<string>(
      copy.behind.mail.inbox.filter(({ text }) => !text.includes(document)).map(({ letter }) => letter),
    );
    const received = new Set<string>(copy.behind.mail.inbox.map(({ letter }) => letter));
    const missionsOf = (kind: string, ids: ReadonlySet<string>) =>
      letters
        .flatMap(({ id, content, party }) => (content.kind === kind && ids.has(id) ? (party ?? []) : []))
        .toSorted();
    expect(missionsOf("phase-corrected", received)).toEqual(missionsOf("phase-opened", wrong));
    return shown;
  };

  test("is ordered twice, with different decisions", async () => {
    const body = { ...opening.body, decision: decision("CTOC/COP/2020/12") };
    const second: Command = { ...opening, as: secondSecretariat, body };
    const race: Race = { api, first: opening, second, read, drawsLots: true };
    await runRace(race, [202, "phase-already-open"], ["phase-already-open", 202]);
  });

  test("is ordered and applied while it is corrected", async () => {
    const body = {
      what: "opening",
      to: { openedOn: "2020-12-01", decision: decision("CTOC/COP/2020/12") },
      reason: "A slip",
    };
    const second: Command = { operation: "correctPhaseOpening", of, as: secondSecretariat, body };
    const first = { ...opening, applied: true } as const;
    const race: Race = { api, first, second, read: readCorrected, drawsLots: true, besides: "phase-corrected" };
    await runRace(race, [202, 200], [202, "phase-not-open"]);
  });
});

/** Carries a redraw of the seat of Germany out on a system of its own, and returns its result as a drawing held outside. */
const drawnFor = async (api: InProcess, review: string, redraw: Command): Promise<object> => {
  const seatsNow = async (): Promise<any[]> => (await api.get(`/v1/reviews/${review}`, secretariat)).body.seats;
  const before = await seatsNow();
  await must(api, redraw);
  const after = await seatsNow();
  const isIn = (seats: readonly any[], { party }: any) => seats.some((seat) => seat.party === party);
  const seatOf = ({ party, instruments }: any) => ({ party, instruments });
  const [seat, ...additional] = after.filter((one) => !isIn(before, one)).map(seatOf);
  const leaving = before.filter((one) => !isIn(after, one) && one.party !== "DE").map(({ party }) => party);
  return { ...seat, additional, leaving, drawnOn: "2020-12-14", document: "CTOC/COP/2020/13" };
};

describe("a denunciation", () => {
  const of = { partyId: "DE" };
  const approval: Command = { operation: "approveDenunciation", of, as: secondSecretariat };
  const read = async (api: InProcess) => [
    await show("/v1/parties/DE", ["participation", "denunciationOrdered", "version"])(api),
    await show("/v1/reviews/c1-DE", ["stage", "discontinuedOn", "version"])(api),
  ];
  let api: InProcess;
  let submission: Command;
  beforeAll(async () => {
    api = await openInProcess();
    await startGroup(api);
    const [own, other] = [await lifeOf(api, "c1-DE"), await lifeOf(api, "c1-SE")];
    for (const life of [own, other]) await life.nominate();
    await api.app.moveTo("2020-12-08T12:00:00.000Z");
    for (const life of [own, other]) await life.conclude();
    await api.app.moveTo("2020-12-14T12:00:00.000Z");
    const body = { drafts: await own.draftAnswers() };
    submission = { operation: "submitAnswers", of: { reviewId: "c1-DE" }, as: own.focalPoint("DE"), body };
    await must(api, { operation: "askRedraw", of: { reviewId: "c1-SE" }, as: missionOf("DE"), body: { seat: "DE" } });
    expect((await orderDenunciation(api, "DE", { leftOn: "2020-12-14", document: "C.N.55.2020" })).status).toBe(200);
    await api.app.rest();
  });

  test("is approved while its order is withdrawn", async () => {
    const second: Command = { operation: "reverseDenunciation", of, body: { reason: "Another party was meant" } };
    await runRace({ api, first: approval, second, read }, [200, 200], ["denunciation-not-ordered", 200]);
  });

  test("is approved while its party submits responses in its review", async () => {
    await runRace(
      { api, first: approval, second: submission, read },
      [200, "not-found"],
      ["denunciation-preview-changed", 200],
    );
  });

  test("is approved while a drawing of lots for one of its seats is recorded", async () => {
    const redraw: Command = { operation: "carryOutRedraw", of: { reviewId: "c1-SE" }, body: { from: "DE" } };
    const drawn = await drawnFor(api.copied(), "c1-SE", redraw);
    const second = { ...redraw, body: { from: "DE", drawn } };
    await runRace({ api, first: approval, second, read }, [200, 201], ["denunciation-preview-changed", 201]);
  });
});

/** The order of an import of one group of the sheets. */
const orderOf = (sheets: Sheets, group: number): Command => {
  const rowsOf = (name: string) => sheets[name]?.rows ?? [];
  const pairings = rowsOf("pairings").filter((row) => row["group"] === group);
  const reviews = new Set(pairings.map((row) => `c4-${row["review_of"]}`));
  const ofReviews = (name: string, column: string) => ({
    rows: rowsOf(name).filter((row) =>
      String(row[column])
        .split(" ")
        .every((review) => reviews.has(review)),
    ),
  });
  const parts = { people: ofReviews("people", "reviews"), steps: ofReviews("steps", "review") };
  const whole = { ...parts, pairings: { rows: pairings }, phases: { rows: rowsOf("phases") } };
  return { operation: "orderImport", body: { source: "Files of the secretariat", sheets: whole } };
};

describe("the release of the reminders of a group", () => {
  const of = { groupId: "c4-g1" };
  const read = show("/v1/groups/c4-g1", ["state", "reminders", "version"]);
  let api: InProcess;
  let release: Command;
  let imports: Readonly<Record<1 | 2, Command>>;
  let empty: InProcess;
  beforeAll(async () => {
    api = await openInProcess();
    const sheets = await realTakeOver({
      1: { startedOn: "2020-10-20", stages: ["consultation", "nomination"] },
      2: { startedOn: "2020-10-20", stages: ["consultation", "nomination"] },
    });
    imports = { 1: orderOf(sheets, 1), 2: orderOf(sheets, 2) };
    empty = api.copied();
    const order = await must(api, imports[1]);
    expect(order.errors).toEqual([]);
    await api.app.rest();
    const { hash: preview } = await must(api, { operation: "previewResumption", of });
    release = { operation: "resumeReminders", of, body: { preview } };
  });

  test("races with the application of the import that holds them", async () => {
    const first: Command = { operation: "resumeReminders", of, previewedBy: "previewResumption" };
    await runRace(
      { api: empty, first, second: { ...imports[1], applied: true }, read },
      ["not-found", 202],
      [202, 202],
    );
  });
  test("races with the order of the same import", async () => {
    await runRace({ api, first: release, second: imports[1], read }, [202, 202], [202, 202]);
  });
  test("races with the order of the import of another group", async () => {
    await runRace({ api, first: release, second: imports[2], read }, [202, 202], [202, 202]);
  });
  test("races with the application of the import of another group", async () => {
    await runRace({ api, first: release, second: { ...imports[2], applied: true }, read }, [202, 202], [202, 202]);
  });
});
