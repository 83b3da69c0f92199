import { beforeAll, describe, expect, test } from "vitest";
import { type Desk, deskOf, orderCall, previewCall } from "../../fixtures/bulletin-desk.ts";
import { freshKey, missionOf, personOf, type TestApi, secretariat } from "../../harness/test-api.ts";

export const refuseBulletins = (opened: () => TestApi): void => {
  let api: TestApi;
  let desk: Desk;
  beforeAll(async () => {
    api = opened();
    desk = deskOf(api);
  });

  const france = { roles: ["mission"], parties: ["FR"] };
  const sound = { subject: "A briefing", body: "There will be a briefing." };
  const previewOf = (more: object, audience: object = france) => previewCall(audience, { text: { ...sound, ...more } });

  describe("a preview is refused with the reason, and nothing is stored, queued or sent,", () => {
    test.each([
      ["a line break, which would begin a header", "A briefing\r\nBcc: everybody@example.org"],
      ["a line feed alone", "A briefing\nX-Header: yes"],
      ["a null", "A briefing\u0000"],
      ["a line separator", "A briefing\u2028Bcc: everybody@example.org"],
      ["a mark that turns text around", "A briefing \u202Efdp.exe"],
    ])("of a subject with %s", async (_, subject) => {
      const places = [{ pointer: "#/text/subject" }];
      await api.expectRefusal(previewOf({ subject }), { status: 400, problem: "invalid-request", places });
    });

    const unusable = (...problems: readonly object[]) =>
      ({ status: 422, problem: "unusable-text", more: { problems } }) as const;

    test("of a body with a character that is none of a text", async () => {
      await api.expectRefusal(previewOf({ body: "A briefing\u202E." }), {
        status: 400,
        problem: "invalid-request",
        places: [{ pointer: "#/text/body" }],
      });
    });

    test("of placeholders that are none, in subject and body at once, each by its name", async () => {
      const wrong = previewOf({ subject: "For {{nation}}", body: "Dear {{nmae}}, {{constructor}}" });
      const problem = "unknown-placeholder";
      await api.expectRefusal(
        wrong,
        unusable(
          { where: "subject", problem, placeholder: "nation" },
          { where: "body", problem, placeholder: "nmae" },
          { where: "body", problem, placeholder: "constructor" },
        ),
      );
    });

    test("of a placeholder that is not closed, and of one that is too long for a subject", async () => {
      await api.expectRefusal(
        previewOf({ body: "Dear {{party," }),
        unusable({ where: "body", problem: "broken-placeholder" }),
      );
      const problem = "placeholder-not-for-subject";
      await api.expectRefusal(
        previewOf({ subject: "{{reviews}}" }),
        unusable({ where: "subject", problem, placeholder: "reviews" }),
      );
    });

    test("of a text that says nothing", async () => {
      await api.expectRefusal(previewOf({ body: "\u00a0 \n" }), {
        status: 400,
        problem: "invalid-request",
        places: [{ pointer: "#/text/body" }],
      });
    });

    test("of a body over the mail limit: the size of a letter in text and HTML counts, not that of the input", async () => {
      await api.expectRefusal(
        previewOf({ body: "<".repeat(25_000) }),
        unusable({ where: "body", problem: "too-large" }),
      );
      expect((await api.request(...previewOf({ body: "a".repeat(25_000) }))).status).toBe(200);
    });

    test("of addresses: a bulletin goes only to registered recipients", async () => {
      const audience = { ...france, addresses: ["stranger@example.org"] };
      await api.expectRefusal(previewCall(audience), {
        status: 400,
        problem: "invalid-request",
        places: [{ pointer: "#/audience/addresses" }],
      });
    });

    test("of an empty audience, whatever the reason", async () => {
      const empty = { status: 422, problem: "empty-audience" } as const;
      await api.expectRefusal(previewCall({ ...france, list: "duties-overdue", kinds: ["questionnaire"] }), empty);
      await api.expectRefusal(previewCall({ roles: ["expert"], groups: ["c1-g2"] }), empty);
      await api.expectRefusal(previewCall({ roles: ["mission"], stages: ["concluded"] }), empty);
    });

    test("of a time that has passed, by a second", async () => {
      const sendAt = new Date(api.app.clock.now() - 1_000).toISOString();
      await api.expectRefusal(previewCall(france, { sendAt }), { status: 422, problem: "send-time-past" });
    });
  });

  describe("a mission's address that is none", () => {
    test("is refused where it is written down, so that no bulletin meets it", async () => {
      const { body, headers } = await api.get("/v1/parties/FR/mission", missionOf("FR"));
      for (const address of ["nobody", "a@b@example.org", "a@example.org\r\nBcc: b@example.org"]) {
        const asking = { as: missionOf("FR"), match: headers.get("etag") ?? "", body: { ...body.contacts, address } };
        const places = [{ pointer: "#/address" }];
        await api.expectRefusal(["PUT", "/v1/parties/FR/mission", asking], {
          status: 400,
          problem: "invalid-request",
          places,
        });
      }
    });
  });

  test("a mission's second address that is its first, however it is spelled, is refused: it would not be a second way", async () => {
    const { body, headers } = await api.get("/v1/parties/FR/mission", missionOf("FR"));
    const secondAddress = body.contacts.address.toUpperCase();
    const asking = { as: missionOf("FR"), match: headers.get("etag") ?? "", body: { ...body.contacts, secondAddress } };
    const places = [{ pointer: "#/secondAddress" }];
    await api.expectRefusal(["PUT", "/v1/parties/FR/mission", asking], {
      status: 400,
      problem: "invalid-request",
      places,
    });
  });

  describe("input in names and bodies", () => {
    const script = `<script>alert("1")</script>`;
    /** Returns one sample letter of a preview. */
    const sample = async (audience: object, text: object) => (await desk.preview(audience, { text })).samples[0];

    test("is in the letter as it was typed, and never as HTML", async () => {
      const body = `Dear {{party}},\n\n${script} & <img src=x onerror=alert(1)>\n\n{{link}}`;
      const { subject, text, html } = await sample(france, { subject: `A ${script} briefing`, body });
      expect(subject).toContain(script);
      expect(text).toContain(`${script} & <img src=x onerror=alert(1)>`);
      expect(html).toContain("&lt;script&gt;");
      expect([html.includes("<script"), html.includes("<img")]).toEqual([false, false]);
    });

    test("is escaped in the name of a party, and cannot begin a header", async () => {
      const { headers } = await api.get("/v1/parties/DE", secretariat);
      const correctionOptions = (name: string) => ({
        as: secretariat,
        match: headers.get("etag") ?? "",
        body: { correction: { name }, reason: "A note verbale." },
      });
      await api.expectRefusal(["PATCH", "/v1/parties/DE", correctionOptions("Germany\r\nBcc: b@example.org")], {
        status: 400,
        problem: "invalid-request",
        places: [{ pointer: "#/correction/name" }],
      });
      expect((await api.request("PATCH", "/v1/parties/DE", correctionOptions(`Germany ${script}`))).status).toBe(200);
      const audience = { roles: ["mission"], parties: ["DE"] };
      const { subject, html } = await sample(audience, {
        subject: "For {{party}}",
        body: "Dear {{party}}, {{recipientName}}",
      });
      expect([subject.includes("\n"), subject.includes("\r"), html.includes("<script")]).toEqual([false, false, false]);
    });

    test("is escaped in the name of a person, and cannot begin a header", async () => {
      const mandateOptions = (name: string) => ({
        as: missionOf("SY"),
        key: freshKey(),
        body: { role: "focal-point", person: { ...personOf("SY", "focal-point"), name } },
      });
      await api.expectRefusal(["POST", "/v1/parties/SY/mandates", mandateOptions("A\r\nBcc: b@example.org")], {
        status: 400,
        problem: "invalid-request",
        places: [{ pointer: "#/person/name" }],
      });
      expect((await api.request("POST", "/v1/parties/SY/mandates", mandateOptions(`Claire ${script}`))).status).toBe(
        201,
      );
      await api.app.rest();
      const audience = { roles: ["focal-point"], parties: ["SY"] };
      const { subject, text, html } = await sample(audience, {
        subject: "For {{recipientName}}",
        body: "Dear {{recipientName}}",
      });
      expect(subject).toContain(`Claire ${script}`);
      expect([text.includes(script), html.includes("&lt;script&gt;"), html.includes("<script")]).toEqual([
        true,
        true,
        false,
      ]);
    });

    test("arrives as one mail to one address, with the subject in one line", async () => {
      const { id } = await desk.order(
        { roles: ["focal-point"], parties: ["SY"] },
        { text: { subject: "For {{recipientName}}", body: "Hello." } },
      );
      await api.app.rest();
      expect(desk.mailsOf(id)).toEqual(["focal-point@sy.example.org"]);
    });
  });

  describe("an order", () => {
    test("of a preview is refused once the audience or the text has changed", async () => {
      const { hash, recipients } = await desk.preview({ roles: ["mission", "focal-point"], parties: ["FR", "ES"] });
      expect((await api.name("ES", "focal-point")).status).toBe(201);
      const more = { recipients: recipients + 1 };
      await api.expectRefusal(orderCall(hash), { status: 409, problem: "preview-changed", more });
      const other = await desk.preview({ roles: ["mission", "focal-point"], parties: ["FR", "ES"] }, { text: sound });
      expect(other.hash).not.toBe(hash);
    });

    test("is refused the moment its preview expires, and accepted a second before", async () => {
      const { hash, expiresAt } = await desk.preview(france);
      await api.app.moveTo(new Date(Date.parse(expiresAt) - 60_000).toISOString());
      expect((await api.request(...orderCall(hash))).status).toBe(202);
      await api.app.moveTo(expiresAt);
      await api.expectRefusal(orderCall(hash), { status: 409, problem: "preview-expired" });
    });
  });

  describe("a preview that was ordered", () => {
    const preview = async (): Promise<string> => {
      const answer = await api.request(...previewOf({ body: "Sent once for each preview." }));
      expect(answer.status).toBe(200);
      return answer.body.hash;
    };
    const order = (hash: string) =>
      api.request("POST", "/v1/bulletins", { as: secretariat, key: freshKey(), body: { preview: hash } });

    test("mails once, though it is ordered ten times at once", async () => {
      const hash = await preview();
      const answers = await Promise.all(Array.from({ length: 10 }, () => order(hash)));
      const [accepted, ...others] = answers.filter(({ status }) => status === 202);
      expect(others).toEqual([]);
      const refused = answers.filter(({ status }) => status !== 202);
      expect(new Set(refused.map(({ problem }) => problem))).toEqual(new Set(["preview-used"]));
      expect(new Set(refused.map(({ body }) => body.bulletin))).toEqual(new Set([accepted?.body.id]));
      await api.app.rest();
      const mails = api.app.mailbox.find({ to: missionOf("FR"), limit: 100 });
      expect(mails.filter(({ text }) => text.includes("Sent once for each preview."))).toHaveLength(1);
    });

    test("is sent once more when it is previewed again", async () => {
      const [first, second] = [await preview(), await preview()];
      expect(second).toBe(first);
      expect((await order(second)).status).toBe(202);
      const third = await preview();
      expect(third).not.toBe(second);
      expect((await order(third)).status).toBe(202);
      expect((await order(second)).problem).toBe("preview-used");
    });
  });
};
