import { describe, expect, test } from "vitest";
import { agreedHoursOf, nextAgreed } from "../../../src/domain/gate/agreed-hours.ts";
import { decide } from "../../../src/domain/gate/gate.ts";
import type { ClientHours } from "../../../src/domain/policy/client-hours.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { agreedWith, factsAt, plain, policyWith } from "../../builders/policy.ts";

// New York. With Maya, Saturdays from 18:00 (23:00Z) to 20:00 are agreed.
const saturdays = { SA: [{ start: "18:00", end: "20:00" }] };
const policyOf = (said: Partial<ClientHours> = {}) =>
  policyWith({ clientHours: [agreedWith("maya", saturdays, said)] });

describe("the hours agreed with a client, asked by themselves", () => {
  const hours = (said: Partial<ClientHours> = {}) => {
    const agreed = agreedHoursOf(policyOf(said), factsAt("2026-11-28T12:00:00Z", { clientId: "maya" }));
    if (agreed === null) throw new Error("Nothing was agreed.");
    return agreed;
  };
  const next = (agreed: ReturnType<typeof hours>, after: string) => {
    const at = nextAgreed(agreed, Date.parse(after));
    return at === null ? null : new Date(at).toISOString();
  };

  test("begin next after an instant, not at it", () => {
    expect(next(hours(), "2026-11-28T22:59:59Z")).toBe("2026-11-28T23:00:00.000Z");
    expect(next(hours(), "2026-11-28T23:00:00Z")).toBe("2026-12-05T23:00:00.000Z");
  });

  test("begin again when a suspension in the middle of them ends, and at that instant only a week later", () => {
    const agreed = hours({ suspendedUntil: Date.parse("2026-11-28T23:30:00Z") });
    expect(next(agreed, "2026-11-28T23:29:59Z")).toBe("2026-11-28T23:30:00.000Z");
    expect(next(agreed, "2026-11-28T23:30:00Z")).toBe("2026-12-05T23:00:00.000Z");
  });

  test("are as they were before when a suspension in the middle of them is over since a week", () => {
    const agreed = hours({ suspendedUntil: Date.parse("2026-11-21T23:30:00Z") });
    expect(next(agreed, "2026-11-28T15:00:00Z")).toBe("2026-11-28T23:00:00.000Z");
  });

  test("have nothing to do with seasons, alternating weeks and holidays of the practice", () => {
    const closed = { MO: [], TU: [], WE: [], TH: [], FR: [], SA: [], SU: [] };
    const policy: Policy = {
      ...policyOf(),
      seasons: [{ id: "s", label: "Winter", firstDate: "2026-11-01", lastDate: "2027-03-01", hours: closed }],
      alternation: { anchor: "2026-11-30", further: [closed] },
    };
    expect(decide(plain, factsAt("2026-11-28T23:30:00Z", { clientId: "maya" }), policy)).toMatchObject({
      rule: "client-hours",
    });
  });

  test("are worked out once for each policy, so that what is indexed of them is kept", () => {
    const policy = policyWith({ clientHours: [agreedWith("maya", saturdays), agreedWith("jo", saturdays)] });
    const of = (clientId: string) => agreedHoursOf(policy, factsAt("2026-11-30T14:00:00Z", { clientId }))?.availability;
    expect(of("maya")).toBe(of("maya"));
    expect(of("jo")).toBe(of("jo"));
    expect(of("maya")).not.toBe(of("jo"));
  });
});
