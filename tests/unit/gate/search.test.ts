import { describe, expect, test } from "vitest";
import { findPhrase } from "../../../src/domain/gate/phrases.ts";
import { treeFor } from "../../../src/domain/gate/phrases/tree.ts";

const finds = (phrase: string, text: string) => findPhrase(text, [phrase]) === phrase;

describe("a letter written twice", () => {
  test("hides no phrase of five letters and more", () => {
    expect(finds("knife", "kniife")).toBe(true);
    expect(finds("suicide", "suuicidee")).toBe(true);
  });

  test("makes another word of a shorter one; written three times it is that word", () => {
    expect(finds("gun", "Gunn")).toBe(false);
    expect(finds("gun", "gunnn")).toBe(true);
    expect(finds("gun", "guuun")).toBe(true);
    expect(finds("kill", "kiill")).toBe(false);
    expect(finds("gun", "gggun")).toBe(true);
  });

  test("and another one three times make another word too", () => {
    expect(finds("gun", "guunnn")).toBe(false);
    expect(finds("gun", "gunnn uu")).toBe(true);
  });
});

describe("a star", () => {
  test("stands for two letters of a phrase at most, and for fewer than half of them", () => {
    expect(finds("kill", "k*ll")).toBe(true);
    expect(finds("kill", "k**l")).toBe(false);
    expect(finds("knife", "kn**e")).toBe(true);
    expect(finds("suicide", "su**ide")).toBe(true);
    expect(finds("suicide", "su***de")).toBe(false);
  });

  test("before a word is no letter of it, so that a word in bold is that word", () => {
    expect(finds("kill", "*ill*")).toBe(false);
    expect(finds("ill", "*ill*")).toBe(true);
  });

  test("is a star; a sign that stands for one letter stands for no other", () => {
    expect(finds("suicide", "su!cide")).toBe(true);
    expect(finds("suicide", "s!icide")).toBe(false);
  });
});

test("up to four signs that say nothing may stand between two letters of a phrase", () => {
  expect(finds("kill myself", "kill 😭😍😭😍 myself")).toBe(true);
  expect(finds("kill myself", "kill 😭😍😭😍😭 myself")).toBe(false);
});

test("an emoji alone is a phrase where it is on the list", () => {
  expect(finds("💊", "took one 💊 now")).toBe(true);
});

test("the tree of a list of phrases is grown once", () => {
  const phrases = ["suicide", "kill myself"];
  expect(treeFor(phrases)).toBe(treeFor(phrases));
});
