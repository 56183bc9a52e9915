import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type KeywordContext, keywordOf } from "../../../src/domain/message/keywords.ts";

const quietTimes: KeywordContext = { expectsAnswer: false, sessionInSight: false, optedOut: false };
const afterReminder: KeywordContext = { expectsAnswer: true, sessionInSight: false, optedOut: false };
const optedOut: KeywordContext = { expectsAnswer: false, sessionInSight: false, optedOut: true };
const optedOutAndReminded: KeywordContext = { expectsAnswer: true, sessionInSight: false, optedOut: true };
const comesOnTuesdays: KeywordContext = { expectsAnswer: false, sessionInSight: true, optedOut: false };
const anyContext = fc.record({
  expectsAnswer: fc.boolean(),
  sessionInSight: fc.boolean(),
  optedOut: fc.boolean(),
});

const quotedHistory =
  "\n\nOn Mon, 30 Nov 2026 at 9:00, J. Kim <kim@example.com> wrote:\n> See you on Tuesday.\n> Reply STOP to opt out.";

describe("a word of the carriers as the whole message ends automatic messages, reminded or not", () => {
  test.each([
    "STOP",
    "stop",
    "Stop.",
    ' "STOP" ',
    "“Stop”",
    "¡STOP!",
    "STOP\n",
    "ＳＴＯＰ",
    "STOPALL",
    "stop all",
    "Unsubscribe",
    "REVOKE",
    "optout",
    "Opt-out",
    "OPT OUT",
    "STOP\n\n-- \nJo Doe\n555-0142",
    "Stop\n\nSent from my iPhone",
    `STOP${quotedHistory}`,
    "STOP\n\nGesendet von meinem iPhone",
    "STOP\n\nEnvoyé de mon iPhone",
    "STOP\n\nEnvoyé à partir d’Outlook pour iOS",
    "STOP\n\nLaden Sie Outlook für iOS herunter",
    "STOP\n\nYahoo Mail: Search, Organize, Conquer",
    "STOP\n\nAm 12.11.2026 um 10:00 schrieb Dr. Kim:\n> Antworten Sie STOP.",
    "STOP\n\nLe 12 novembre 2026 à 10:00, Dr. Kim a écrit :\n> Bonjour",
    "STOP\n\nVon: Dr. Kim\nGesendet: Donnerstag, 12. November 2026 10:00\nAn: Maya\nBetreff: Dienstag\n\nHallo",
    `STOP\r\n\r\nSent from my iPhone${quotedHistory.replaceAll("\n", "\r\n")}`,
  ])("%j", (text) => {
    for (const context of [quietTimes, afterReminder, optedOut]) expect(keywordOf(text, context)).toBe("opt-out");
  });
});

describe("CANCEL, END and QUIT are opt-outs by the carriers' rule", () => {
  test.each(["CANCEL", "cancel.", "End", "QUIT", `Cancel${quotedHistory}`])(
    "%j is one out of the blue, and unclear when the practice has just written or a session may be meant",
    (text) => {
      expect(keywordOf(text, quietTimes)).toBe("opt-out");
      expect(keywordOf(text, comesOnTuesdays)).toBe("unclear");
      expect(keywordOf(text, afterReminder)).toBe("unclear");
      expect(keywordOf(text, optedOutAndReminded)).toBe("unclear");
    },
  );

  test.each(["Cancel please", "cancel Tuesday", "I have to cancel", "the end", "I quit my job", "weekend"])(
    "%j is a message like any other",
    (text) => {
      expect(keywordOf(text, quietTimes)).toBeNull();
      expect(keywordOf(text, afterReminder)).toBeNull();
    },
  );
});

describe("a word of the carriers above a name is put before the therapist, and nothing changes by itself", () => {
  test.each([
    "STOP\n\nMaya",
    "stop\nmaya",
    "Unsubscribe\n\nJane",
    "STOP - Jane",
    "Stop — Jane Doe",
    "STOP\n\nThanks,\nDr. Jane van der Doe\n+1 (212) 555-0142\njane@example.org",
    "Hello Dr. Kim,\n\nSTOP\n\nMaya",
    "Hello,\nunsubscribe",
    "STOP\n\nMaya Doe\n(she/her)",
    "Unsubscribe\n\nThese mails are of no use to me while I am away.",
    "Opt out. Thank you for understanding",
    "Stop please\n\nMaya",
    "Cancel\n\nMaya",
    "QUIT - Jo",
    "ALTO\n\nDiego",
    `STOP\n\nMaya${quotedHistory}`,
    "STOP\n\nMaya\n\nGesendet von meinem iPhone",
  ])("%j", (text) => {
    for (const context of [quietTimes, afterReminder]) expect(keywordOf(text, context)).toBe("unclear");
  });

  test("of somebody who has opted out it changes nothing more, and START is a question", () => {
    expect(keywordOf("STOP\n\nMaya", optedOut)).toBeNull();
    for (const text of ["START\n\nMaya", "Yes - Maya", "Opt in\nMaya"]) {
      expect(keywordOf(text, optedOut)).toBe("unclear");
      expect(keywordOf(text, quietTimes)).toBeNull();
    }
  });

  test("HELP above a name asks for help", () => {
    expect(keywordOf("HELP\n\nMaya", quietTimes)).toBe("help");
  });

  test.each([
    "Stop\nI can't anymore",
    "Stop\nthe worksheets?",
    "Cancel please\n\nMaya",
    "Stop - I mean it, no more of this",
    "Stop-gap",
    "See you then\n\nMaya",
    "Hello Dr. Kim,\n\nMaya",
    "Hello",
    "STOP\n\nMaya\nwas the best play we saw on Broadway this year",
    "Maya\nstop",
  ])("%j is a message like any other", (text) => {
    for (const context of [quietTimes, afterReminder, optedOut]) expect(keywordOf(text, context)).toBeNull();
  });
});

describe("opting in again", () => {
  test.each(["START", "start!", "UNSTOP", `Start${quotedHistory}`])("%j opts in", (text) => {
    for (const context of [quietTimes, afterReminder, optedOut]) expect(keywordOf(text, context)).toBe("opt-in");
  });

  test("YES opts in only whom the messages had ended for, and only when it answers nothing else", () => {
    expect(keywordOf("Yes", optedOut)).toBe("opt-in");
    expect(keywordOf("Yes", quietTimes)).toBeNull();
    expect(keywordOf("Yes", comesOnTuesdays)).toBeNull();
    expect(keywordOf("YES!", afterReminder)).toBe("unclear");
    expect(keywordOf("yes", optedOutAndReminded)).toBe("unclear");
  });

  test("SÍ never opts in by itself: no carrier knows it", () => {
    expect(keywordOf("Sí", quietTimes)).toBeNull();
    expect(keywordOf("Sí", optedOut)).toBe("unclear");
    expect(keywordOf("si", afterReminder)).toBe("unclear");
  });

  test.each(["Start please", "opt in", "Subscribe", "start again"])(
    "%j of somebody opted out is put before the therapist, of anybody else it is nothing",
    (text) => {
      expect(keywordOf(text, optedOut)).toBe("unclear");
      expect(keywordOf(text, quietTimes)).toBeNull();
    },
  );

  test.each(["When do we start?", "start of the week works", "Yes, Tuesday is fine", "yes please"])(
    "%j is a message like any other, even of somebody opted out",
    (text) => {
      expect(keywordOf(text, optedOut)).toBeNull();
    },
  );
});

describe("HELP and INFO alone ask for help, in any situation", () => {
  test.each(["HELP", "help!", "Info", "INFO?", "AYUDA", "¡Ayuda!", `Help${quotedHistory}`])("%j", (text) => {
    for (const context of [quietTimes, afterReminder, optedOut]) expect(keywordOf(text, context)).toBe("help");
  });

  test.each(["help me with the form", "the info sheet", "me ayuda mucho"])("%j does not", (text) => {
    expect(keywordOf(text, quietTimes)).toBeNull();
  });
});

describe("any other clear wording is put before the therapist, and nothing changes by itself", () => {
  test.each([
    "STOP PLEASE",
    "please stop",
    "Stop stop STOP!!",
    "STOP 🛑",
    "Stop it.",
    "stop texting me",
    "Please stop texting me.",
    "Hi Dr. Kim, please stop sending me messages",
    "hello anna please stop sending me these automatic texts, thanks",
    "Could you stop emailing me?",
    "I want you to stop contacting me",
    "Stop these messages",
    "stop all of the reminders",
    "Don’t text me anymore",
    "Do not contact me",
    "do not send me any more texts",
    "No more messages",
    "no more automatic replies please",
    "Remove me from your list",
    "Take me off this list",
    "unsubscribe me",
    "I would like to opt out",
    "I'd like to opt out of this",
    "I want to unsubscribe",
    "I don't want to receive these messages",
    "I no longer want to be texted",
    "Thanks for the update. Please don't email me.",
    "no more",
    "No mas",
    "No más mensajes",
    "no mas mensajes por favor",
    "No me escriba más",
    "Por favor no me escriban",
    "no me mande mas mensajes",
    "Hola, deje de enviarme mensajes",
    "No quiero recibir más mensajes",
    "Ya no quiero que me escriban",
    "Quiero darme de baja",
    "ALTO",
    "Parar",
    "BAJA",
    "¡Basta ya!",
    "CANCELAR",
    "FIN",
    `Please stop texting me${quotedHistory}`,
  ])("%j", (text) => {
    for (const context of [quietTimes, afterReminder, optedOut]) expect(keywordOf(text, context)).toBe("unclear");
  });
});

describe("a message like any other", () => {
  test.each([
    "",
    "...",
    "Could we move Tuesday to Thursday?",
    "My ex won't stop texting me",
    "I can't stop crying",
    "He told me to stop writing to him",
    "I want to stop texting my ex",
    "I should stop sending money to my brother",
    "Should I stop the worksheets for now?",
    "Can we stop at 4 today?",
    "bus stop is closed, running late",
    "I unsubscribed from the gym",
    "I don't want to go to work",
    "The information helped",
    "No more nightmares this week",
    "Quiero parar de fumar",
    "No puedo más tarde",
    "Mi baja termina el lunes",
    "¿Por fin el martes?",
    "Para mañana está bien",
    "Sí, el martes",
    `OK, thank you${quotedHistory}`,
    `see you then\n\n-----Original Message-----\nFrom: J. Kim\nSent: Monday\nSTOP`,
  ])("%j", (text) => {
    for (const context of [quietTimes, afterReminder]) expect(keywordOf(text, context)).toBeNull();
  });
});

test("a reply that holds nothing but the quoted mail is no keyword", () => {
  expect(keywordOf("> STOP", quietTimes)).toBeNull();
  expect(keywordOf(quotedHistory, quietTimes)).toBeNull();
});

test("a letter that begins with STOP is read as a letter", () => {
  expect(keywordOf(`Stop. ${"I have thought about it for long. ".repeat(30)}`, quietTimes)).toBeNull();
});

test("with more words than a keyword nothing is ever changed by itself", () => {
  const words = fc.array(
    fc.constantFrom("stop", "please", "cancel", "yes", "start", "texting", "me", "help", "no", "mas"),
    {
      minLength: 3,
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(words, anyContext, (said, context) => {
      expect([null, "unclear"]).toContain(keywordOf(said.join(" "), context));
    }),
  );
});

test("above a name nothing is ever changed by itself, and what was asked about still is", () => {
  const said = fc.constantFrom("STOP", "stop all", "Cancel", "yes", "START", "help", "no more", "see you Tuesday", "");
  const name = fc.constantFrom("\nMaya", "\n\nThanks,\nJane Doe", " - Jane", "\n\n- J.");
  fc.assert(
    fc.property(said, name, anyContext, (text, below, context) => {
      expect([null, "unclear", "help"]).toContain(keywordOf(`${text}${below}`, context));
    }),
  );
});

test("a quoted history and a signature below never change what a message means", () => {
  const written = fc.constantFrom(
    "STOP",
    "cancel",
    "yes",
    "START",
    "help",
    "please stop texting me",
    "see you Tuesday",
    "FIN",
  );
  const below = fc.constantFrom(
    quotedHistory,
    "\n-- \nStop Smoking Ltd.",
    "\n> STOP\n> yes",
    "\n\nEnviado desde mi iPhone",
  );
  fc.assert(
    fc.property(written, below, anyContext, (text, rest, context) => {
      expect(keywordOf(`${text}${rest}`, context)).toBe(keywordOf(text, context));
    }),
  );
});
