import { letterStyle } from "../../domain/communication-policy/style.ts";
import type { LetterSheet } from "../data/api.ts";

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";

/** A letter as it comes out on paper. Printing the screen prints this and nothing else. */
export function Letter({ sheet }: { readonly sheet: LetterSheet }) {
  const { language, title, subtitle, edition, clauses, signature } = sheet;
  return (
    <>
      <style nonce={nonce}>{letterStyle(edition)}</style>
      <article className="letter" lang={language} aria-label={title}>
        <h2 className="letter-title">{title}</h2>
        <p className="letter-of">{subtitle}</p>
        <p className="letter-edition">{edition}</p>
        {clauses.map(({ id, heading, paragraphs, mark }) => (
          <section key={id} className="letter-clause" data-clause={id}>
            <h3 className="letter-heading">{heading}</h3>
            {mark === null ? null : <p className="letter-mark">{mark}</p>}
            {paragraphs.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </section>
        ))}
        <div className="letter-signature">
          <p>{signature.sentence}</p>
          <dl>
            {[signature.name, signature.date, signature.signature].map((label) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd />
              </div>
            ))}
          </dl>
        </div>
      </article>
    </>
  );
}
