import type { Page } from "@playwright/test";
import { weekdaysNineToFive } from "../../builders/values.ts";

export const passphrase = "correct horse battery staple";

/** A change, by the way the screens make it. */
export const act = (page: Page, path: string, input: unknown): Promise<unknown> =>
  page.evaluate(
    async ({ to, body }) => {
      const response = await fetch(`/trpc/${to}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      const answer = (await response.json()) as { result?: { data: { ok: boolean; value: unknown } } };
      if (answer.result?.data.ok !== true) throw new Error(JSON.stringify(answer));
      return answer.result.data.value;
    },
    { to: path, body: input },
  );

/** A practice in New York, open on weekdays from nine to five. */
export const foundPractice = (page: Page) =>
  act(page, "door.create", {
    practice: { name: "J. Kim", zone: "America/New_York", locale: "en-US", region: "US" },
    messageHours: weekdaysNineToFive,
    passphrase,
    unlockWithComputer: false,
    acknowledged: true,
  });

/** What the screens would be told. */
export const ask = (page: Page, path: string): Promise<unknown> =>
  page.evaluate(async (from) => {
    const answer = (await (await fetch(`/trpc/${from}`)).json()) as { result: { data: unknown } };
    return answer.result.data;
  }, path);
