import { hour, type Instant, minute } from "../time/instant.ts";
import { emergencyLine, languageOfPractice } from "../replies/compose.ts";
import type { Past, PastMessage } from "../replay/past.ts";
import type { Replayed } from "../replay/replay.ts";
import {
  atNight,
  happened,
  imaginedClient,
  imaginedMail,
  imaginedSession,
  imaginedText,
  play,
  playOne,
  stranger,
  whileOpen,
} from "./imagined.ts";
import { type AuditSetting, failed, judged, type Judgement, look, passed, type Scenario } from "./scenario.ts";

const english = "I want to kill myself";
const spanish = "Quiero matarme";

/** Surfaced, with a reply that begins with the emergency line. */
function isAnsweredWithNumbers(setting: AuditSetting, { verdict, message, reply }: Replayed): boolean {
  const { policy, words } = setting;
  const form = message.channel === "email" ? "mail" : "text";
  const line = emergencyLine(policy, form, words[languageOfPractice(policy)]);
  return verdict.kind === "surface" && reply.kind === "send" && line !== "" && reply.text.startsWith(line);
}

function phraseAt(setting: AuditSetting, message: PastMessage, said: Partial<Past> = {}): Judgement {
  const played = playOne(setting, message, said);
  const happens = happened(setting, played);
  if (played.verdict.kind === "hold")
    return look(happens, "None of your safety phrases is in it. Is the list meant to be so short?");
  if (played.verdict.rule !== "safety")
    return look(happens, "It surfaces, but not as a safety phrase: your list does not have it.");
  return judged(
    isAnsweredWithNumbers(setting, played),
    happens,
    "It surfaces whatever the hour, and the reply leads with whom to call.",
    "It surfaces, but the reply does not lead with the emergency line.",
  );
}

const phraseAtNight =
  (message: (at: Instant) => PastMessage) =>
  (setting: AuditSetting): Judgement =>
    atNight(setting, (at) => phraseAt(setting, message(at)));

function phraseInSession(setting: AuditSetting): Judgement {
  return whileOpen(setting, 90, ({ at, opening }) =>
    phraseAt(setting, imaginedMail(at, { text: english }), {
      series: [imaginedSession(setting.policy, opening, 50)],
    }),
  );
}

function phraseUndisturbed(setting: AuditSetting): Judgement {
  return whileOpen(setting, 60, ({ at }) =>
    phraseAt(setting, imaginedMail(at, { text: english }), {
      doNotDisturb: [{ start: at - minute, end: at + hour }],
    }),
  );
}

function phraseOfBlocked(setting: AuditSetting): Judgement {
  return atNight(setting, (at) => {
    const played = playOne(setting, imaginedMail(at, { ...stranger, text: english }), {
      blocked: [{ channel: "email", address: stranger.sender, since: 0 }],
    });
    return judged(
      played.verdict.rule === "safety",
      happened(setting, played),
      "Blocking somebody never hides this.",
      "It stays among the blocked: none of your safety phrases is in it.",
      look,
    );
  });
}

function phraseOfOptedOut(setting: AuditSetting): Judgement {
  return atNight(setting, (at) => {
    const clients = [imaginedClient(setting, { optedOut: true })];
    const played = playOne(setting, imaginedMail(at, { text: english }), { clients });
    return judged(
      played.verdict.kind === "surface" && played.reply.kind !== "send",
      happened(setting, played),
      "You are told at once. The wish to get no automatic replies is kept, so call yourself.",
      "It is held, or answered against the client's wish.",
    );
  });
}

function phraseTwice(setting: AuditSetting): Judgement {
  return atNight(setting, (at) => {
    const played = play(setting, [
      imaginedMail(at, { text: english }),
      imaginedMail(at + 20 * minute, { text: `${english} tonight` }),
    ]);
    const replies = played.filter(({ reply }) => reply.kind === "send").length;
    return judged(
      played.every(({ verdict }) => verdict.kind === "surface") && replies <= 1,
      `Both surface; ${replies === 1 ? "one safety reply goes out" : `${replies} replies go out`}.`,
      "You hear of each; the client gets the numbers once an hour at most.",
      "One of them is held, or the client is answered twice within an hour.",
    );
  });
}

function urgentClient(setting: AuditSetting): Judgement {
  return atNight(setting, (at) => {
    const played = playOne(setting, imaginedMail(at), { clients: [imaginedClient(setting, { urgent: true })] });
    return judged(
      isAnsweredWithNumbers(setting, played),
      happened(setting, played),
      "Whatever such a client writes surfaces, and is answered with whom to call.",
      "A client you mark as urgent is not heard, or not answered with whom to call.",
    );
  });
}

function repeated({ policy }: AuditSetting): Judgement {
  const { times, minutes } = policy.gate.safetyRepeat;
  return judged(
    times > 0,
    times === 0
      ? "A safety notification is shown once."
      : `A safety notification nobody opens is shown again after ${minutes} minutes, ${times} times.`,
    "One that was overlooked comes back.",
    "If it is overlooked, it does not come back.",
    look,
  );
}

function ordinaryWord(setting: AuditSetting): Judgement {
  return atNight(setting, (at) => {
    const played = playOne(setting, imaginedMail(at, { text: "Could we move Thursday to four o’clock?" }));
    return played.verdict.rule === "safety"
      ? failed(happened(setting, played), "One of your safety phrases is found in ordinary words. Is it too short?")
      : passed(happened(setting, played), "Ordinary words set off no alarm.");
  });
}

export const safetyScenarios: readonly Scenario[] = [
  {
    id: "safety-english",
    place: "gate",
    name: `“${english}” at night, by mail`,
    judge: phraseAtNight((at) => imaginedMail(at, { text: english })),
  },
  {
    id: "safety-spanish",
    place: "gate",
    name: `“${spanish}” at night, by mail`,
    judge: phraseAtNight((at) => imaginedMail(at, { text: spanish })),
  },
  {
    id: "safety-text",
    place: "gate",
    name: `“${english}” at night, as a text message`,
    judge: phraseAtNight((at) => imaginedText(at, { text: english })),
  },
  {
    id: "help",
    place: "gate",
    name: "HELP alone at night",
    judge: phraseAtNight((at) => imaginedText(at, { text: "HELP" })),
  },
  {
    id: "safety-stranger",
    place: "gate",
    name: "A safety phrase from somebody who is not a client",
    judge: phraseAtNight((at) => imaginedMail(at, { ...stranger, text: english })),
  },
  { id: "safety-in-session", place: "gate", name: "A safety phrase while you are in session", judge: phraseInSession },
  {
    id: "safety-undisturbed",
    place: "gate",
    name: "A safety phrase while do not disturb is on",
    judge: phraseUndisturbed,
  },
  { id: "safety-blocked", place: "gate", name: "A safety phrase from a sender you blocked", judge: phraseOfBlocked },
  {
    id: "safety-opted-out",
    place: "gate",
    name: "A safety phrase from a client who gets no automatic replies",
    judge: phraseOfOptedOut,
  },
  { id: "safety-twice", place: "gate", name: "A safety phrase twice within the hour", judge: phraseTwice },
  { id: "urgent", place: "gate", name: "A client you marked as urgent, at night", judge: urgentClient },
  { id: "safety-repeat", place: "gate", name: "A safety notification that nobody opens", judge: repeated },
  { id: "ordinary", place: "gate", name: "Ordinary words at night", judge: ordinaryWord },
];
