import { expect, test } from "vitest";
import { regions } from "../../../src/domain/policy/policy.ts";
import { withLineInForce } from "../../../src/domain/replies/line-in-force.ts";
import { replyWords } from "../../../src/practice/words.ts";

test.each(["en", "es"] as const)(
  "whichever region a reply was written in, it names the numbers of the present one (%s)",
  (language) => {
    const { emergency } = replyWords[language];
    for (const form of ["mail", "text"] as const)
      for (const before of regions)
        for (const now of regions) {
          const text = `Hello Maya,\n\n${emergency[before][form]}\n\nThis is an automatic answer.\n`;
          expect(withLineInForce(text, now, replyWords, form)).toBe(
            text.replace(emergency[before][form], emergency[now][form]),
          );
        }
  },
);

test("what has none of these lines stays as it is", () => {
  expect(withLineInForce("See you on Tuesday.", "GB", replyWords, "mail")).toBe("See you on Tuesday.");
});
