import { availabilityOf } from "../domain/availability/open-spans.ts";
import { composeLetter } from "../domain/communication-policy/compose.ts";
import { letterHtml } from "../domain/communication-policy/html.ts";
import { type ClauseChange, clausesThatDiffer, type LetterInLanguages } from "../domain/communication-policy/letter.ts";
import { type LetterSheet, letterSheet } from "../domain/communication-policy/sheet.ts";
import type { Language, Policy } from "../domain/policy/policy.ts";
import { emergencyLine } from "../domain/replies/compose.ts";
import { minute } from "../domain/time/instant.ts";
import { dateAt } from "../domain/time/practice-zone.ts";
import {
  acknowledgementsOf,
  addEdition,
  allAcknowledgements,
  allEditions,
  type Edition,
  removeEdition,
} from "../store/editions.ts";
import { currentPolicy, policyVersion } from "../store/policies.ts";
import { acknowledgementService } from "./acknowledgements.ts";
import type { CommunicationPolicyView, LetterFileView, LetterRequest } from "./communication-policy-views.ts";
import type { PracticeContext } from "./context.ts";
import { holidayNames } from "./holidays.ts";
import { letterWords } from "./letter-words.ts";
import type { CommunicationPolicyService } from "./policy-services.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import type { MailboxService } from "./practice.ts";

/** So long an edition that was issued by mistake can be taken back. Milliseconds. */
const takeBackWithin = 2 * minute;

/** Countries whose paper is Letter; elsewhere it is A4. */
const letterPaper: readonly string[] = ["US", "CA"];

/** The communication policy for clients: written from the settings, issued in numbered editions, acknowledged. */
export function communicationPolicyService(
  context: PracticeContext,
  mailboxes: MailboxService,
): CommunicationPolicyService {
  const { db, clock, paper } = context;

  const written = (policy: Policy): LetterInLanguages => {
    const addresses = mailboxes.list().map(({ address }) => address);
    return { en: writtenIn("en", policy, addresses), es: writtenIn("es", policy, addresses) };
  };
  const writtenIn = (language: Language, policy: Policy, addresses: readonly string[]) => {
    const namesOf = holidayNames(policy, language);
    return composeLetter({
      policy,
      today: dateAt(availabilityOf(policy), clock.now()),
      addresses,
      emergency: emergencyLine(policy, "mail", context.words[language]),
      holidayNames: ({ date, name }) => namesOf.get(date) ?? [name],
      language,
      words: letterWords[language],
    });
  };

  const sheet = ({ edition, language }: LetterRequest): { sheet: LetterSheet; policy: Policy } | null => {
    const editions = allEditions(db);
    const words = letterWords[language];
    if (edition === null) {
      const { policy } = currentPolicy(db);
      const document = written(policy);
      const before = comparison(editions[0], document);
      return {
        policy,
        sheet: letterSheet({ letter: document[language], language, words, policy, issued: null, before }),
      };
    }
    const index = editions.findIndex(({ number }) => number === edition);
    const asked = editions[index];
    if (asked === undefined) return null;
    const policy = policyVersion(db, asked.policyVersion)?.policy ?? currentPolicy(db).policy;
    const before = comparison(editions[index + 1], asked.document);
    const issued = { number: asked.number, at: asked.issuedAt };
    return {
      policy,
      sheet: letterSheet({ letter: asked.document[language], language, words, policy, issued, before }),
    };
  };

  return {
    ...acknowledgementService(context),
    view() {
      const { version, policy } = currentPolicy(db);
      const editions = allEditions(db);
      const document = written(policy);
      const acknowledgements = allAcknowledgements(db);
      return {
        policyVersion: version,
        differing: differing(editions[0], document),
        editions: editions.map(({ number, issuedAt }) => ({
          number,
          issuedAt,
          acknowledgements: acknowledgements.filter(({ edition }) => edition === number).length,
        })),
        makesPdf: paper !== null,
      };
    },
    letter: (request) => sheet(request)?.sheet ?? null,
    issue(seenVersion) {
      const { version, policy } = currentPolicy(db);
      if (version !== seenVersion)
        return refused("The settings have changed meanwhile. Look at the letter once more, then issue it.");
      const last = allEditions(db)[0];
      const document = written(policy);
      if (last !== undefined && clausesThatDiffer(last.document, document).length === 0)
        return refused(`Edition ${last.number} says all of this already.`);
      const number = addEdition(db, { policyVersion: version, issuedAt: clock.now(), document });
      context.changed("editions");
      return done({ number });
    },
    takeBack(number) {
      const last = allEditions(db)[0];
      if (last === undefined || last.number !== number) return refused("Only the last edition can be taken back.");
      if (acknowledgementsOf(db, number) > 0) return refused(`Edition ${number} has been acknowledged, so it stands.`);
      if (clock.now() - last.issuedAt > takeBackWithin)
        return refused(`Edition ${number} may have been given to clients by now, so it stands.`);
      removeEdition(db, number);
      context.changed("editions");
      return done(null);
    },
    async file(request, format): Promise<Outcome<LetterFileView>> {
      const found = sheet(request);
      if (found === null) return refused("There is no such edition.");
      const html = letterHtml(found.sheet);
      const name = fileName(found.sheet);
      if (format === "html") return done({ name: `${name}.html`, type: "text/html", base64: base64(html) });
      if (paper === null) return refused("This browser makes the PDF itself: choose Print, and there to save as PDF.");
      const size = letterPaper.includes(found.policy.practice.region) ? "Letter" : "A4";
      const pdf = await paper.pdf(html, size).catch(() => null);
      return pdf === null
        ? refused("The PDF could not be made. Save the letter as HTML, or print it.")
        : done({ name: `${name}.pdf`, type: "application/pdf", base64: base64(pdf) });
    },
  };
}

function comparison(before: Edition | undefined, document: LetterInLanguages) {
  if (before === undefined) return null;
  return { number: before.number, changes: clausesThatDiffer(before.document, document) };
}

function differing(last: Edition | undefined, document: LetterInLanguages): CommunicationPolicyView["differing"] {
  const heading = ({ id }: ClauseChange) =>
    [...document.en.clauses, ...(last?.document.en.clauses ?? [])].find((clause) => clause.id === id)?.heading ?? id;
  return (comparison(last, document)?.changes ?? []).map((change) => ({ ...change, heading: heading(change) }));
}

/** Without signs that a file system minds. */
const fileName = ({ subtitle, edition }: LetterSheet): string =>
  `${subtitle} - ${edition}`
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, 120);

const base64 = (content: string | Uint8Array): string => Buffer.from(content).toString("base64");
