import { describe, expect, test } from "vitest";
import type { Paper } from "../../../src/practice/context.ts";
import { type TestPractice, testPractice, value, weekdaysNineToFive } from "../../builders/practice.ts";

/** Friday 20 November 2026, 10:00 in New York. */
const friday = "2026-11-20T15:00:00Z";

const issued = async (said: Partial<Parameters<typeof testPractice>[0]> = {}) => {
  const tested = await testPractice({ now: friday, ...said });
  issue(tested);
  return tested;
};

function issue({ practice }: TestPractice): number {
  const { communicationPolicy } = practice;
  return value(communicationPolicy.issue(communicationPolicy.view().policyVersion)).number;
}

const closeTuesdays = ({ practice }: TestPractice) =>
  value(practice.policy.setMessageHours({ ...weekdaysNineToFive, TU: [] }));

const maya = ({ practice }: TestPractice) => {
  const [client] = practice.clients.list();
  if (client === undefined) throw new Error("Maya is not there.");
  return client.id;
};

const marked = ({ practice }: TestPractice, edition: number | null) =>
  (practice.communicationPolicy.letter({ edition, language: "en" })?.clauses ?? [])
    .filter(({ mark }) => mark !== null)
    .map(({ id, mark }) => `${id}: ${mark}`);

const text = ({ practice }: TestPractice, edition: number | null, language: "en" | "es" = "en") =>
  JSON.stringify(practice.communicationPolicy.letter({ edition, language }));

describe("an edition", () => {
  test("is numbered, names its day, and leaves nothing to differ", async () => {
    const tested = await issued();
    const { communicationPolicy } = tested.practice;
    expect(communicationPolicy.view().editions).toEqual([
      { number: 1, issuedAt: Date.parse(friday), acknowledgements: 0 },
    ]);
    expect(communicationPolicy.view().differing).toEqual([]);
    expect(communicationPolicy.letter({ edition: 1, language: "en" })?.edition).toBe("Edition 1, November 20, 2026");
    expect(communicationPolicy.letter({ edition: 1, language: "es" })?.edition).toBe(
      "Edición 1, 20 de noviembre de 2026",
    );
    expect(communicationPolicy.letter({ edition: null, language: "en" })?.edition).toBe("Draft, not yet issued");
  });

  test("never changes, whatever the settings become; the draft marks what differs", async () => {
    const tested = await issued();
    const before = [text(tested, 1), text(tested, 1, "es")];
    closeTuesdays(tested);
    value(
      tested.practice.policy.setPractice({ name: "Riverside", zone: "Europe/Madrid", locale: "es-ES", region: "ES" }),
    );
    await tested.until("2027-03-01T15:00:00Z");
    expect([text(tested, 1), text(tested, 1, "es")]).toEqual(before);
    expect(text(tested, null)).toContain("Riverside");
  });

  test("differs in Tuesday's hours alone when these changed, and the next one says since when", async () => {
    const tested = await issued();
    closeTuesdays(tested);
    expect(tested.practice.communicationPolicy.view().differing).toEqual([
      { id: "hours", kind: "changed", heading: "When I read messages" },
    ]);
    expect(marked(tested, null)).toEqual(["hours: Changed since edition 1"]);
    expect(issue(tested)).toBe(2);
    expect(marked(tested, 2)).toEqual(["hours: Changed since edition 1"]);
    expect(marked(tested, 1)).toEqual([]);
    expect(tested.practice.communicationPolicy.view().differing).toEqual([]);
  });

  test("is not issued twice with the same words, nor from settings that nobody looked at", async () => {
    const tested = await issued();
    const { communicationPolicy } = tested.practice;
    const { policyVersion } = communicationPolicy.view();
    expect(communicationPolicy.issue(policyVersion)).toMatchObject({
      ok: false,
      sentence: "Edition 1 says all of this already.",
    });
    closeTuesdays(tested);
    expect(communicationPolicy.issue(policyVersion)).toMatchObject({
      ok: false,
      sentence: "The settings have changed meanwhile. Look at the letter once more, then issue it.",
    });
  });

  test("issued by mistake can be taken back for two minutes, unless somebody acknowledged it", async () => {
    const tested = await issued();
    const { communicationPolicy } = tested.practice;
    expect(communicationPolicy.takeBack(1)).toMatchObject({ ok: true });
    expect(communicationPolicy.view().editions).toEqual([]);
    issue(tested);
    value(communicationPolicy.acknowledge(maya(tested), 1, "2026-11-20"));
    expect(communicationPolicy.takeBack(1)).toMatchObject({
      sentence: "Edition 1 has been acknowledged, so it stands.",
    });
    value(communicationPolicy.takeBackAcknowledgement(maya(tested), 1));
    await tested.until("2026-11-20T15:02:01Z");
    expect(communicationPolicy.takeBack(1)).toMatchObject({
      sentence: "Edition 1 may have been given to clients by now, so it stands.",
    });
    expect(communicationPolicy.takeBack(7)).toMatchObject({ ok: false });
  });
});

describe("the letter", () => {
  test("names the connected mailbox and, in Spanish, the holidays in Spanish", async () => {
    const tested = await testPractice({ now: friday });
    expect(text(tested, null)).toContain("You can write to therapist@example.org.");
    expect(text(tested, null)).toContain("Thanksgiving Day");
    expect(text(tested, null)).toContain("Labor Day");
    expect(text(tested, null, "es")).toContain("Acción de Gracias");
    expect(text(tested, null, "es")).toContain("Día de Martin Luther King Jr.,");
    expect(text(tested, null, "es")).toContain("Emergencia: llame al 911.");
  });

  test("does not change when the year does", async () => {
    const tested = await issued();
    await tested.until("2027-01-02T15:00:00Z");
    expect(tested.practice.communicationPolicy.view().differing).toEqual([]);
  });

  test.each(["US", "CA", "GB", "IE", "AU", "NZ", "DE", "FR", "ES"] as const)(
    "of %s stays the same through five turns of the year",
    async (region) => {
      const tested = await testPractice({ now: friday });
      value(tested.practice.policy.setPractice({ name: "Dr. Kim", zone: "America/New_York", locale: "en-US", region }));
      issue(tested);
      for (const year of [2027, 2028, 2029, 2030, 2031]) {
        await tested.until(`${year}-01-02T15:00:00Z`);
        expect(tested.practice.communicationPolicy.view().differing).toEqual([]);
      }
    },
  );

  test("without an edition of that number is none", async () => {
    const { practice } = await testPractice({ now: friday });
    expect(practice.communicationPolicy.letter({ edition: 3, language: "en" })).toBeNull();
    expect(await practice.communicationPolicy.file({ edition: 3, language: "en" }, "html")).toMatchObject({
      ok: false,
      sentence: "There is no such edition.",
    });
  });
});

describe("acknowledging", () => {
  test("is current, becomes outdated with the next edition, and is current again", async () => {
    const tested = await issued();
    const { communicationPolicy } = tested.practice;
    const state = () =>
      communicationPolicy.acknowledgements().map(({ name, edition, state: is }) => [name, is, edition]);
    expect(state()).toEqual([["Maya", "none", null]]);
    value(communicationPolicy.acknowledge(maya(tested), 1, "2026-11-20"));
    expect(state()).toEqual([["Maya", "current", 1]]);
    closeTuesdays(tested);
    issue(tested);
    expect(state()).toEqual([["Maya", "outdated", 1]]);
    value(communicationPolicy.acknowledge(maya(tested), 2, "2026-11-20"));
    expect(state()).toEqual([["Maya", "current", 2]]);
    value(communicationPolicy.takeBackAcknowledgement(maya(tested), 2));
    expect(state()).toEqual([["Maya", "outdated", 1]]);
    expect(communicationPolicy.takeBackAcknowledgement(maya(tested), 2)).toMatchObject({ ok: false });
  });

  test("may be set back to the day of issue, not before it and not into the future", async () => {
    const tested = await issued();
    const { communicationPolicy } = tested.practice;
    await tested.until("2026-11-25T04:30:00Z"); // Tuesday evening in New York, Wednesday in London.
    const said = (date: string) => communicationPolicy.acknowledge(maya(tested), 1, date);
    expect(said("2026-11-25")).toMatchObject({ field: "date", sentence: "This day is still to come." });
    expect(said("2026-11-19")).toMatchObject({ field: "date", sentence: "Edition 1 was not yet issued on that day." });
    value(said("2026-11-20"));
    expect(communicationPolicy.acknowledgements()[0]?.acknowledgedAt).toBe(Date.parse("2026-11-20T17:00:00Z"));
    value(said("2026-11-24"));
    expect(communicationPolicy.acknowledgements()[0]?.acknowledgedAt).toBe(Date.parse("2026-11-25T04:30:00Z"));
  });

  test("needs a client and an edition that are there; archived clients are not asked", async () => {
    const tested = await issued();
    const { communicationPolicy, clients } = tested.practice;
    expect(communicationPolicy.acknowledge("nobody", 1, "2026-11-20")).toMatchObject({ ok: false });
    expect(communicationPolicy.acknowledge(maya(tested), 2, "2026-11-20")).toMatchObject({ ok: false });
    value(clients.archive(maya(tested), true));
    expect(communicationPolicy.acknowledgements()).toEqual([]);
  });
});

describe("a file of the letter", () => {
  const bytes = ({ base64 }: { readonly base64: string }) => Buffer.from(base64, "base64").toString();

  test("is HTML that is whole in itself", async () => {
    const tested = await issued();
    const file = value(await tested.practice.communicationPolicy.file({ edition: 1, language: "es" }, "html"));
    expect(file.name).toBe("Política de comunicación de Dr. Kim - Edición 1, 20 de noviembre de 2026.html");
    expect(bytes(file)).toContain('<html lang="es">');
    expect(bytes(file)).toContain("Emergencia: llame al 911.");
  });

  test("is a PDF on the paper of the country where the host can make one", async () => {
    const printed: string[] = [];
    const paper: Paper = {
      pdf: async (html, size) => {
        printed.push(`${size} ${html.slice(0, 15)}`);
        return Buffer.from("%PDF");
      },
    };
    const tested = await issued({ parts: { paper } });
    const { communicationPolicy, policy } = tested.practice;
    expect(communicationPolicy.view().makesPdf).toBe(true);
    const file = value(await communicationPolicy.file({ edition: 1, language: "en" }, "pdf"));
    expect(file).toMatchObject({ type: "application/pdf", base64: Buffer.from("%PDF").toString("base64") });
    value(policy.setPractice({ name: "Dr. Kim", zone: "Europe/Madrid", locale: "es-ES", region: "ES" }));
    value(await communicationPolicy.file({ edition: null, language: "es" }, "pdf"));
    expect(printed).toEqual(["Letter <!doctype html>", "A4 <!doctype html>"]);
  });

  test("is refused with a way on where no PDF can be made", async () => {
    const paper: Paper = { pdf: () => Promise.reject(new Error("no page")) };
    const failing = await issued({ parts: { paper } });
    expect(await failing.practice.communicationPolicy.file({ edition: 1, language: "en" }, "pdf")).toMatchObject({
      sentence: "The PDF could not be made. Save the letter as HTML, or print it.",
    });
    const without = await issued();
    expect(without.practice.communicationPolicy.view().makesPdf).toBe(false);
    expect(await without.practice.communicationPolicy.file({ edition: 1, language: "en" }, "pdf")).toMatchObject({
      sentence: "This browser makes the PDF itself: choose Print, and there to save as PDF.",
    });
  });
});
