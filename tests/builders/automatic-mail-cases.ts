import type { Suppression } from "../../src/domain/replies/reply.ts";
import type { Filed, Letter } from "./letter.ts";

/** The therapist's other addresses: one more for the same mailbox, and another mailbox. */
export const aliasAddress = "kim@test.local";
export const officeAddress = "office@test.local";

/** Stands for the author's own address. */
const me = "me@test.local";

/** A mail as FIELD 4a speaks of it. Its author is a client with a mailbox of their own, `from` or the next of `client-N`. */
export interface Case extends Partial<Omit<Letter, "subject">> {
  readonly what: string;
  /** Put into the mailbox by IMAP instead of being delivered. */
  readonly filed?: Omit<Filed, "receivedAt">;
}

/** A case as a letter, with the author's address wherever the case says `me`. */
export function letterOf(id: string, one: Case, author: string): Letter & Pick<Case, "filed"> {
  const headers = (one.headers ?? []).map((line) => line.replaceAll(me, author));
  return { ...one, from: author, subject: `${id} ${one.what}`, headers };
}

/** One rule: mails that must get no answer, with the reason that is given for it, and mails that only look like them. */
export interface Rule {
  readonly id: string;
  readonly says: string;
  readonly because: Suppression;
  readonly silent: readonly Case[];
  readonly answered: readonly Case[];
}

const header = (line: string): Case => ({ what: line, headers: [line] });
const from = (localPart: string): Case => ({ what: `from ${localPart}`, from: `${localPart}@test.local` });
const verdict = (line: string): Case => header(`Authentication-Results: ${line}`);

export const rules: readonly Rule[] = [
  {
    id: "E1",
    says: "a mail that was sent automatically",
    because: "automatic-mail",
    silent: [
      header("Auto-Submitted: auto-replied"),
      header("Auto-Submitted: auto-generated"),
      header("AUTO-SUBMITTED: Auto-Replied (vacation)"),
      header('Auto-Submitted: auto-notified; owner-email="someone@example.org"'),
      header("Auto-Submitted: (no) auto-replied"),
      header("Auto-Submitted: (a comment (in a comment) no"),
      { what: "the first of two says no", headers: ["Auto-Submitted: no", "Auto-Submitted: auto-replied"] },
    ],
    answered: [
      header("Auto-Submitted: no"),
      header("Auto-Submitted: NO; owner-email=someone"),
      header("Auto-Submitted: no (not auto-replied)"),
      header("Auto-Submitted: (a comment (in a comment)) no"),
      { what: "no, on a line of its own", headers: ["Auto-Submitted:\r\n no"] },
      header("Auto-Submitted: (a smile :\\)) no"),
    ],
  },
  {
    id: "E2",
    says: "a mail that names nobody to answer",
    because: "null-sender",
    silent: [
      { what: "null sender", returnPath: "" },
      { what: "null sender, with a Return-Path of its own", returnPath: "", headers: [`Return-Path: <${me}>`] },
      { what: "no Return-Path", filed: {} },
      { what: "filed with the null sender", filed: {}, headers: ["Return-Path: <>"] },
    ],
    answered: [
      { what: "a false null sender in the mail itself", headers: ["Return-Path: <>"] },
      { what: "filed with a Return-Path", filed: {}, headers: [`Return-Path: <${me}>`] },
    ],
  },
  {
    id: "E3",
    says: "a mail that came through a mailing list",
    because: "mailing-list",
    silent: [
      header("List-Id: <knitting.example.org>"),
      header("List-Help: <mailto:help@example.org>"),
      header("List-Subscribe: <mailto:join@example.org>"),
      header("List-Unsubscribe: <mailto:leave@example.org>"),
      header("List-Post: NO"),
      header("List-Owner: <mailto:owner@example.org>"),
      header("LIST-ARCHIVE: <https://example.org/knitting>"),
    ],
    answered: [
      { what: "speaks of lists", headers: ["Keywords: List-Id"], text: "List-Id: <knitting.example.org>" },
      header("Listing: number 7"),
    ],
  },
  {
    id: "E4",
    says: "a mail that was sent in bulk",
    because: "bulk-mail",
    silent: ["Precedence: bulk", "Precedence: JUNK", "Precedence: list (knitting)", "Precedence: auto_reply"].map(
      header,
    ),
    answered: [header("Precedence: first-class"), header("Precedence: special-delivery"), header("Priority: bulk")],
  },
  {
    id: "E5",
    says: "a machine that reads no mail",
    because: "machine-sender",
    silent: [
      ...["Mailer-Daemon", "listserv", "majordomo", "knitting-request", "owner-knitting"].map(from),
      ...["noreply", "no-reply", "do_not_reply", "donotreply", "shop.no_reply", "bounces", "bounce-7"].map(from),
      ...["shop-noreply-order-7", "shop.do_not_reply", "shop.donotreply"].map(from),
      { what: "a person by the From, a machine by the envelope", returnPath: "news-bounces@test.local" },
    ],
    answered: [
      ...["postmaster", "requester", "owner", "noah.reply", "majordomo-fan", "not-majordomo", "home-owner-kim"].map(
        from,
      ),
      ...["arno.reply", "shop.noreplying", "club-bouncer", "megabounce"].map(from),
    ],
  },
  {
    id: "E6",
    says: "a mail that was not addressed to the practice",
    because: "not-addressed-to-practice",
    silent: [
      header("To: undisclosed-recipients:;"),
      header("To: friends@example.org"),
      header('To: "therapist@test.local" <friends@example.org>'),
      header("To: therapist@test.local.example.org"),
    ],
    answered: [
      { what: "in Cc", headers: ["To: friends@example.org", "Cc: therapist@test.local"] },
      { what: "an alias in Cc", headers: ["To: friends@example.org", `Cc: "J. Kim" <${aliasAddress}>`] },
      { what: "in Bcc", headers: ["To: friends@example.org", "Bcc: therapist@test.local"] },
      { what: "sent on, Resent-To", headers: ["To: friends@example.org", "Resent-To: therapist@test.local"] },
      { what: "sent on, Resent-Cc", headers: ["To: friends@example.org", `Resent-Cc: ${aliasAddress}`] },
      header("To: THERAPIST@Test.Local"),
      header("To: Friends: anna@example.org, therapist@test.local;"),
      header(`To: ${officeAddress}`),
    ],
  },
  {
    id: "E7",
    says: "a mail from the practice itself",
    because: "own-address",
    silent: [
      { what: "from the mailbox to itself", from: "therapist@test.local" },
      { what: "from an alias", from: aliasAddress },
      { what: "from the practice's other mailbox", from: officeAddress },
      { what: "the practice in the envelope only", returnPath: "therapist@test.local" },
    ],
    answered: [
      { what: "the practice as a name only", headers: [`From: "therapist@test.local" <${me}>`] },
      from("not-therapist"),
    ],
  },
  {
    id: "E9",
    says: "a mail that asks not to be answered by a machine",
    because: "asked-not-to-be-answered",
    silent: [
      header("X-Auto-Response-Suppress: OOF"),
      header("X-Auto-Response-Suppress: AutoReply"),
      header("X-Auto-Response-Suppress: all"),
      header("X-Auto-Response-Suppress: DR, RN, NRN, OOF"),
      header("X-Auto-Response-Suppress: DR; OOF"),
    ],
    answered: [
      header("X-Auto-Response-Suppress: DR"),
      header("X-Auto-Response-Suppress: DR, NDR, RN, NRN"),
      header("X-Auto-Response-Suppress: None"),
    ],
  },
  {
    id: "E10",
    says: "a delivery report",
    because: "delivery-report",
    silent: [
      header("Content-Type: multipart/report; report-type=delivery-status; boundary=part"),
      header("Content-Type: Multipart/Report; boundary=part; report-type=disposition-notification"),
      header("Content-Type: message/delivery-status"),
      header("Content-Type: message/disposition-notification"),
    ],
    answered: [
      header('Content-Type: text/plain; charset=utf-8; name="multipart/report"'),
      {
        what: "a report passed on by a person",
        headers: ["Content-Type: multipart/mixed; boundary=part"],
        text: "--part\r\n\r\nWhat is this?\r\n--part\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\n--part--",
      },
    ],
  },
  {
    id: "E11",
    says: "junk and forgeries",
    because: "junk",
    silent: [
      { what: "flagged by the provider", filed: { flags: ["$Junk"] }, headers: [`Return-Path: <${me}>`] },
      header("X-Spam-Flag: YES"),
      header("X-Spam: yes"),
      header("X-Spam-Status: Yes, score=9.1 required=5.0"),
      verdict("mx.test.local; spf=pass; dkim=pass; dmarc=fail (p=reject) header.from=test.local"),
      verdict("mx.test.local; dmarc = fail reason=policy"),
      verdict('mx.test.local 1; spf=pass reason="all; is; well"; DMARC/1=Fail'),
      verdict("spf=pass smtp.mailfrom=test.local; dmarc=fail action=oreject; compauth=fail"),
      {
        what: "the provider's findings in two headers",
        headers: [
          "Authentication-Results: mx.test.local 1; dkim=fail",
          "Authentication-Results: mx.test.local; dmarc=fail",
        ],
      },
      { what: "two authors in two headers", headers: [`From: ${me}`, "From: someone@example.org"] },
    ],
    answered: [
      header("X-Spam-Flag: NO"),
      header("X-Spam-Status: No, score=0.1 required=5.0"),
      verdict("mx.test.local; spf=fail; dkim=pass; dmarc=pass (not dmarc=fail) header.from=test.local"),
      verdict('mx.test.local; spf=pass reason="(not; dmarc=fail"; dmarc=pass'),
      verdict("mx.test.local; dmarc=failure"),
      {
        what: "failed at an earlier station only",
        headers: [
          "Authentication-Results: mx.test.local; dmarc=pass",
          "Authentication-Results: relay.example.org; dmarc=fail",
        ],
      },
      {
        what: "flagged, and taken back",
        filed: { flags: ["$Junk", "$NotJunk"] },
        headers: [`Return-Path: <${me}>`],
      },
    ],
  },
];
