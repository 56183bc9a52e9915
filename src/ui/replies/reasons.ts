import type { Outputs } from "../data/api.ts";

export type TemplateView = Outputs["policy"]["replyTemplates"]["templates"][number];
export type TemplatePreview = Outputs["policy"]["templatePreview"];
export type Reason = TemplateView["reason"];
export type Form = TemplateView["form"];
export type Language = TemplateView["language"];

interface ReasonGroup {
  readonly title: string;
  readonly reasons: readonly { readonly reason: Reason; readonly name: string; readonly when: string }[];
}

/** Why there is a reply, as the therapist reads it. */
export const reasonGroups: readonly ReasonGroup[] = [
  {
    title: "When a message waits",
    reasons: [
      { reason: "closed", name: "Closed", when: "Outside your message hours, and on days off." },
      { reason: "holiday", name: "Holiday", when: "On a public holiday on which you read no messages." },
      { reason: "vacation", name: "Vacation", when: "While you are away." },
      { reason: "in-session", name: "In session", when: "While you are with somebody, and in the minutes around it." },
      { reason: "do-not-disturb", name: "Do not disturb", when: "While you have switched it on." },
      { reason: "client-hours", name: "Agreed hours over", when: "To a client who has hours agreed with you." },
      {
        reason: "unknown-sender",
        name: "Unknown sender",
        when: "To somebody who is not one of your clients, where you allow it. It says nothing about you.",
      },
    ],
  },
  {
    title: "Safety",
    reasons: [
      { reason: "safety", name: "Safety", when: "To a client, after a safety phrase. The emergency line comes first." },
      {
        reason: "safety-unknown-sender",
        name: "Safety, unknown sender",
        when: "To somebody who is not one of your clients, after a safety phrase. The emergency line comes first.",
      },
    ],
  },
  {
    title: "Opting out and in",
    reasons: [
      { reason: "opt-out", name: "After STOP", when: "The one confirmation that no more automatic replies follow." },
      { reason: "opt-in", name: "After START", when: "The one confirmation that automatic replies are on again." },
    ],
  },
];

const allReasons = reasonGroups.flatMap(({ reasons }) => reasons);

/** What an address names; null for one that names nothing. */
export const reasonNamed = (name: string) => allReasons.find(({ reason }) => reason === name) ?? null;

/** What each variable stands for. */
export const variableWords: Readonly<Record<TemplateView["variables"][number], string>> = {
  practice: "the name of the practice",
  firstName: "the client's name",
  nextOpening: "when messages are read again",
  nextSession: "the client's next session",
  cover: "who covers, with the number to call",
  emergency: "the emergency line, if you want it elsewhere than at the end",
};

export const languageNames: Readonly<Record<Language, string>> = { en: "English", es: "Español" };
export const formNames: Readonly<Record<Form, string>> = { mail: "E-mail", text: "Text message" };

/** Which reply in which language and form; also the name of what was typed for it. */
export const placeOf = ({ reason, language, form }: Pick<TemplateView, "reason" | "language" | "form">): string =>
  `${reason} ${language} ${form}`;
