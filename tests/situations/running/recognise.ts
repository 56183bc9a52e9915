import type { Language, Policy } from "../../../src/domain/policy/policy.ts";
import { type ReplyForm, type ReplyReason, replyReasons } from "../../../src/domain/policy/templates.ts";
import { replyWords } from "../../../src/practice/words.ts";

interface Wording {
  readonly reason: ReplyReason;
  readonly language: Language;
  readonly pieces: readonly string[];
}

/**
 * Which replies a text can be, told from its words alone: each wording has pieces that stand in no other one. One answer
 * for a text that is what it should be.
 */
export function recognise(text: string, form: ReplyForm, policy: Policy): Pick<Wording, "reason" | "language">[] {
  const all = wordingsOf(form, policy);
  return all
    .filter((one) =>
      one.pieces.some(
        (piece) => text.includes(piece) && all.every((other) => other === one || !sayTogether(other).includes(piece)),
      ),
    )
    .map(({ reason, language }) => ({ reason, language }));
}

const sayTogether = ({ pieces }: Wording): string => pieces.join("\n");

function wordingsOf(form: ReplyForm, policy: Policy): Wording[] {
  return replyReasons.flatMap((reason) =>
    (["en", "es"] as const).map((language) => {
      const own = policy.templates.find(
        (one) => one.reason === reason && one.language === language && one.form === form,
      );
      const template = own?.text ?? replyWords[language].templates[reason][form];
      return { reason, language, pieces: piecesOf(template) };
    }),
  );
}

/** The stretches of a template between what is filled in, sentence by sentence. */
function piecesOf(template: string): string[] {
  return template
    .split(/\{[^{}]*\}|\n|(?<=[.!?]) /)
    .map((piece) => piece.trim())
    .filter((piece) => /\p{L}{3}/u.test(piece));
}
