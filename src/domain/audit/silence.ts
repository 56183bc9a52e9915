import { keywordOf } from "../message/keywords.ts";
import { type Instant, minute } from "../time/instant.ts";
import type { Past, PastMessage } from "../replay/past.ts";
import {
  atNight,
  happened,
  imaginedClient,
  imaginedMail,
  imaginedText,
  lengthInWords,
  play,
  playOne,
  stranger,
} from "./imagined.ts";
import { type AuditSetting, judged, type Judgement, look, passed, type Scenario } from "./scenario.ts";

/** A message that must be stored and never answered. */
const unanswered =
  (message: (at: Instant) => PastMessage, right: string, past: (setting: AuditSetting) => Partial<Past> = () => ({})) =>
  (setting: AuditSetting): Judgement =>
    atNight(setting, (at) => {
      const played = playOne(setting, message(at), past(setting));
      return judged(played.reply.kind !== "send", happened(setting, played), right, "It is answered. It must not be.");
    });

const fromProgram = (name: string, value: string) => (at: Instant) => imaginedMail(at, { headers: [{ name, value }] });

function clientAtNight(setting: AuditSetting): Judgement {
  return atNight(setting, (at) => {
    const played = playOne(setting, imaginedMail(at));
    return judged(
      played.reply.kind === "send",
      happened(setting, played),
      "A client who has to wait is told so.",
      "A client who has to wait is told nothing: automatic replies to clients are switched off.",
      look,
    );
  });
}

function toldOnce(setting: AuditSetting): Judgement {
  return atNight(setting, (at) => {
    const replies = play(setting, [imaginedMail(at), imaginedMail(at + minute)]).filter(
      ({ reply }) => reply.kind === "send",
    ).length;
    return judged(
      replies <= 1,
      replies === 1 ? "One reply goes out." : replies === 0 ? "No reply goes out." : `${replies} replies go out.`,
      "A client is told at most once while you are closed.",
      "A client is told more than once while you are closed.",
    );
  });
}

function unknownSender(setting: AuditSetting): Judgement {
  return atNight(setting, (at) => {
    const played = playOne(setting, imaginedMail(at, stranger));
    const says = played.reply.kind === "send" ? played.reply.text : "";
    const tells = says.includes(setting.policy.practice.name);
    return judged(
      !tells,
      happened(setting, played),
      says === ""
        ? "Nobody learns from it that there is a practice."
        : "The words tell a stranger nothing about the practice.",
      "The reply names your practice to somebody who may be anybody. Look at your wording.",
    );
  });
}

function stopAndStart(setting: AuditSetting): Judgement {
  return atNight(setting, (at) => {
    const say = (text: string, after: number) => imaginedText(at + after * minute, { text });
    const played = play(setting, [say("STOP", 0), say("Are you there?", 2), say("START", 40), say("Hello", 42)]);
    const kinds = played.map(({ reply }) => (reply.kind === "send" ? reply.reply : reply.kind));
    const [stop, between, start] = kinds;
    return judged(
      stop === "opt-out" && between === "suppressed" && start === "opt-in",
      "STOP is confirmed once, then nothing is sent until START.",
      "The wish is kept, and so is the wish to hear from you again.",
      "STOP or START is not obeyed or not confirmed.",
    );
  });
}

function cancelOfSession(setting: AuditSetting): Judgement {
  return atNight(setting, (at) => {
    const keyword = keywordOf("CANCEL", { expectsAnswer: true, sessionInSight: false, optedOut: false });
    const played = playOne(setting, imaginedText(at, { text: "CANCEL", keyword }));
    return judged(
      keyword === "unclear" && played.reply.kind !== "send",
      happened(setting, played),
      "It may mean the session, so you decide what was meant. Nobody is opted out by mistake.",
      "It is taken for a wish to get no more messages.",
    );
  });
}

function staleMail(setting: AuditSetting): Judgement {
  const { staleAfter } = setting.policy.replies;
  return atNight(setting, (at) => {
    const late = Math.max(3 * 60, staleAfter + 1);
    const played = playOne(setting, imaginedMail(at - late * minute, { seenAt: at }));
    const says = `Seen ${lengthInWords(late * minute)} late: ${happened(setting, played)}`;
    if (played.reply.kind === "send") return judged(false, says, "", "It is answered long after it could help.");
    return judged(
      staleAfter <= 180,
      says,
      "After the computer slept, nobody gets an answer that comes too late.",
      `Answers are sent up to ${lengthInWords(staleAfter * minute)} late. Is that meant?`,
      look,
    );
  });
}

function circuitBreaker(setting: AuditSetting): Judgement {
  const { mostPerSenderPerHour } = setting.policy.replies;
  return atNight(setting, (at) => {
    const words = ["STOP", "START"];
    const messages = Array.from({ length: 12 }, (_, index) =>
      imaginedText(at + index * minute, { text: words[index % 2] ?? "", id: `${at} ${index}` }),
    );
    const replies = play(setting, messages).filter(({ reply }) => reply.kind === "send").length;
    return judged(
      replies <= mostPerSenderPerHour,
      `Twelve messages in twelve minutes get ${replies} ${replies === 1 ? "reply" : "replies"}; ${mostPerSenderPerHour} an hour is the most.`,
      "No two machines can write to each other without end.",
      "One sender is sent more than that.",
    );
  });
}

function blockedSender(setting: AuditSetting): Judgement {
  return atNight(setting, (at) => {
    const played = playOne(setting, imaginedMail(at, stranger), {
      blocked: [{ channel: "email", address: stranger.sender, since: 0 }],
    });
    return judged(
      played.verdict.rule === "blocked" && played.reply.kind === "none",
      "It stands among the blocked. No notification, no reply.",
      "You can still read it there.",
      "A blocked sender gets through, or is answered.",
    );
  });
}

function mostPerDay({ policy }: AuditSetting): Judgement {
  const { mostPerDay: most } = policy.replies;
  return most < 10
    ? look(`At most ${most} automatic replies leave in a day.`, "On a busy day some clients may be told nothing.")
    : passed(`At most ${most} automatic replies leave in a day.`, "Enough for a busy day, and an end for a fault.");
}

const optedOut = (setting: AuditSetting) => ({ clients: [imaginedClient(setting, { optedOut: true })] });

export const silenceScenarios: readonly Scenario[] = [
  { id: "client-at-night", place: "replies", name: "A client writes at night", judge: clientAtNight },
  { id: "told-once", place: "replies", name: "A client writes twice in one night", judge: toldOnce },
  {
    id: "unknown-sender",
    place: "replies",
    name: "Somebody who is not a client writes at night",
    judge: unknownSender,
  },
  {
    id: "opted-out",
    place: "replies",
    name: "A client who gets no automatic replies writes at night",
    judge: unanswered(
      (at) => imaginedMail(at),
      "The wish is kept; the message waits for you like any other.",
      optedOut,
    ),
  },
  { id: "stop-start", place: "replies", name: "STOP, and later START", judge: stopAndStart },
  { id: "cancel", place: "replies", name: "CANCEL right after a reminder", judge: cancelOfSession },
  { id: "blocked", place: "replies", name: "A sender you blocked", judge: blockedSender },
  {
    id: "loop",
    place: "replies",
    name: "Another program that answers by itself",
    judge: unanswered(fromProgram("auto-submitted", "auto-replied"), "Two automatic answers never answer each other."),
  },
  {
    id: "list",
    place: "replies",
    name: "A mailing list",
    judge: unanswered(fromProgram("list-id", "<news.example.org>"), "No list is told when you read."),
  },
  {
    id: "bulk",
    place: "replies",
    name: "A mail that was sent in bulk",
    judge: unanswered(fromProgram("precedence", "bulk"), "Nobody reads an answer to it."),
  },
  {
    id: "null-sender",
    place: "replies",
    name: "A mail without a sender to answer, such as a delivery report",
    judge: unanswered((at) => imaginedMail(at, { returnPath: "" }), "There is nobody to answer."),
  },
  {
    id: "no-reply",
    place: "replies",
    name: "A no-reply address",
    judge: unanswered(
      (at) => imaginedMail(at, { ...stranger, sender: "no-reply@example.org" }),
      "There is nobody to answer.",
    ),
  },
  {
    id: "other-path",
    place: "replies",
    name: "A mail whose answer would go to another address than the client’s",
    judge: unanswered(
      (at) => imaginedMail(at, { returnPath: "somebody@example.org" }),
      "Nobody else learns who is in care with you.",
    ),
  },
  { id: "stale", place: "replies", name: "A mail that is seen hours late", judge: staleMail },
  { id: "circuit-breaker", place: "replies", name: "A sender who writes again and again", judge: circuitBreaker },
  { id: "most-a-day", place: "replies", name: "Replies in a day", judge: mostPerDay },
];
