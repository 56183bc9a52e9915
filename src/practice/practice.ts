import type { EmailAccount } from "../channels/email/account.ts";
import type { ChannelKind } from "../domain/message/inbound.ts";
import type { Alternation, Closure, RegionHoliday, Season, Trip, WeeklyHours } from "../domain/policy/hours.ts";
import type { ClientHours } from "../domain/policy/client-hours.ts";
import type { GateChange } from "../domain/policy/gate-rules.ts";
import type { Language, Policy } from "../domain/policy/policy.ts";
import type { Template } from "../domain/policy/templates.ts";
import type { Repeats } from "../domain/recurrence/repeats.ts";
import type { Instant } from "../domain/time/instant.ts";
import type { AuditView } from "./audit-view.ts";
import type { PolicyDraft } from "../domain/policy/draft.ts";
import type { Difference } from "../domain/replay/compare.ts";
import type { DraftBasis, DraftLook, SimulatedChangeView, SimulatedPeriod, SimulationView } from "./simulator-views.ts";
import type { AheadView, AheadWeek, ImaginedMessage } from "./ahead-views.ts";
import type { VacationDraft } from "../domain/vacation/arrangements.ts";
import type { RepliesView, TemplatePreview } from "./reply-views.ts";
import type { AnsweringView, HandWritten, SnoozeChoice } from "./by-hand-views.ts";
import type { FreeTimeAround, VacationChange, VacationDraftView, VacationsView } from "./vacation-views.ts";
import type { LetterSheet } from "../domain/communication-policy/sheet.ts";
import type {
  AcknowledgementView,
  CommunicationPolicyView,
  LetterFileView,
  LetterRequest,
} from "./communication-policy-views.ts";
import type { AvailabilityView, PolicyChangeView, PolicyVersionsView, ShippedPhrasesView } from "./policy-views.ts";
import type { CalendarView, ConflictView, SeriesView } from "./calendar-views.ts";
import type { ClientView } from "./client-views.ts";
import type { ConnectionTestView, MailboxView, SettingsView } from "./settings-views.ts";
import type { InboxView, MessageDetail } from "./message-views.ts";
import type { LightView, TodayView } from "./today-views.ts";

/** An expected refusal, worded for the therapist; `field` names the input it is about. */
export interface Refusal {
  readonly ok: false;
  readonly field: string | null;
  readonly sentence: string;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | Refusal;

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refused = (sentence: string, field: string | null = null): Refusal => ({ ok: false, field, sentence });

/** A new appointment as the calendar form gives it; wall times on the practice's clock. */
export interface Booking {
  readonly clientId: string | null;
  readonly title: string;
  readonly start: string;
  readonly durationMinutes: number;
  /** Null for a single appointment. */
  readonly repeats: Repeats | null;
}

/** What a change did to the messages that wait: "4 held messages now surface at 8:00", or null when nothing. */
export interface Effect {
  readonly effect: string | null;
}

/** The light's buttons and its words. */
export interface LightService {
  now(): LightView;
  doNotDisturb(until: Instant): Outcome<Effect>;
  endDoNotDisturb(): Outcome<Effect>;
  closeEarly(): Outcome<PolicyChangeView>;
  openUntil(until: Instant): Outcome<PolicyChangeView>;
}

/** Reading the inbox and acting on one message. */
export interface InboxService {
  today(): TodayView;
  list(): InboxView;
  open(id: string): MessageDetail | null;
  markRead(id: string, read: boolean): Outcome<null>;
  surfaceNow(id: string): Outcome<null>;
  archive(id: string, archived: boolean): Outcome<null>;
  /** Adds the sender's address to the client and decides that sender's held messages again. */
  linkToClient(id: string, clientId: string): Outcome<null>;
  /** Takes a failed or unconfirmed reply off the list of what needs a person. */
  settleReply(replyId: string): Outcome<null>;
}

/** Where a free time is looked for; wall times on the practice's clock. */
export interface FreeTimeQuestion {
  readonly durationMinutes: number;
  /** The free time begins later than this. */
  readonly after: string;
  /** A series that is being moved is no obstacle to itself. */
  readonly exceptSeriesId: string | null;
}

/** Booking and changing appointments. `scope` is the usual three ways of editing a series. */
export interface BookingService {
  /** Sessions and bands of the dates `[firstDate, lastDate]`, both included. */
  calendar(firstDate: string, lastDate: string): CalendarView;
  series(id: string): SeriesView | null;
  /** The wall time at which the next free time begins. */
  nextFree(question: FreeTimeQuestion): Outcome<string>;
  /** How a booking repeats: "every second Tuesday at 10:00", "once". */
  inWords(booking: Booking): Outcome<string>;
  conflicts(booking: Booking, exceptSeriesId: string | null): readonly ConflictView[];
  book(booking: Booking): Outcome<{ readonly seriesId: string } & Effect>;
  change(
    seriesId: string,
    recurrenceId: string,
    scope: "this" | "following" | "all",
    change: Booking,
  ): Outcome<{ readonly undo: string } & Effect>;
  cancel(
    seriesId: string,
    recurrenceId: string,
    scope: "this" | "following" | "all",
  ): Outcome<{ readonly undo: string } & Effect>;
  /** Takes back a change or cancellation by the token it returned, for ten minutes. */
  undo(token: string): Outcome<Effect>;
}

export interface ClientInput {
  readonly preferredName: string;
  readonly language: Language;
  readonly emails: readonly string[];
  readonly urgent: boolean;
  readonly optedOut: boolean;
  /** IANA zone; null for the practice's, undefined leaves it as it is. */
  readonly zone?: string | null | undefined;
  /** Those of `emails` that others read too; undefined leaves them as they are. */
  readonly sharedEmails?: readonly string[] | undefined;
}

export interface ClientService {
  list(): readonly ClientView[];
  add(input: ClientInput): Outcome<{ readonly id: string }>;
  change(id: string, input: ClientInput): Outcome<null>;
  /** Archiving ends the hours agreed with the client; `endedHours` is then the change of the policy. */
  archive(id: string, archived: boolean): Outcome<{ readonly endedHours: PolicyChangeView | null }>;
}

/** Hours, closures and the other parts of the policy; every change is a new version. */
export interface PolicyService {
  availability(): AvailabilityView;
  /** The ordinary week and, where weeks alternate, the others; `undefined` leaves those as they are. */
  setMessageHours(hours: WeeklyHours, alternation?: Alternation | null): Outcome<PolicyChangeView>;
  /** Adds a season, or changes the one with this id. */
  setSeason(season: Season): Outcome<PolicyChangeView>;
  removeSeason(id: string): Outcome<PolicyChangeView>;
  /** Adds a trip, or changes the one with this id. */
  setTrip(trip: Trip): Outcome<PolicyChangeView>;
  removeTrip(id: string): Outcome<PolicyChangeView>;
  /** What is done on the region's holiday on a date, and on the same holiday in the years after. */
  setHoliday(choice: Omit<RegionHoliday, "name">): Outcome<PolicyChangeView>;
  /** Takes the holidays of a state or province instead of the whole region's; null goes back to these. */
  setHolidayArea(area: string | null): Outcome<PolicyChangeView>;
  addClosure(closure: Closure): Outcome<PolicyChangeView>;
  removeClosure(id: string): Outcome<PolicyChangeView>;
  /** Agrees hours with one client, or changes what was agreed. */
  setClientHours(agreed: ClientHours): Outcome<PolicyChangeView>;
  removeClientHours(clientId: string): Outcome<PolicyChangeView>;
  /** The phrases the app comes with, to be added to one's own again. */
  shippedPhrases(): ShippedPhrasesView;
  /** Changes some of the settings of the gate; the others stay as they are. */
  setGate(gate: GateChange): Outcome<PolicyChangeView>;
  setReplies(replies: Policy["replies"]): Outcome<PolicyChangeView>;
  replyTemplates(): RepliesView;
  /** How a wording would read, whether it is kept or not. */
  templatePreview(template: Template): TemplatePreview;
  /** Keeps the therapist's own wording; the shipped one, word for word, is no own. */
  setTemplate(template: Template): Outcome<PolicyChangeView>;
  /** Goes back to the shipped wording. */
  clearTemplate(place: Omit<Template, "text">): Outcome<PolicyChangeView>;
  setPractice(practice: Policy["practice"]): Outcome<PolicyChangeView>;
  /** The newest `most` versions, newest first, each with what changed in it. */
  versions(most: number): PolicyVersionsView;
  /** What differs between two versions, a sentence each. */
  compareVersions(from: number, to: number): Outcome<readonly string[]>;
  /** Makes an earlier version the newest again. */
  restore(version: number): Outcome<PolicyChangeView>;
}

/** Looking ahead; nothing is stored and nothing sent. */
export interface AheadService {
  /** What would happen to a message that nobody has written. */
  ask(imagined: ImaginedMessage): Outcome<AheadView>;
  /** The state of the gate over seven days from a date on, and moments worth asking about. */
  week(firstDate: string, clientId: string | null): AheadWeek;
}

/** An account whose password may be left out when it is already kept. */
export type MailboxInput = Omit<EmailAccount, "password"> & { readonly password: string | null };

export interface MailboxService {
  list(): readonly MailboxView[];
  /** Servers of the address's provider, for the form. */
  guess(
    address: string,
  ): { readonly imap: EmailAccount["imap"]; readonly smtp: EmailAccount["smtp"]; readonly note: string | null } | null;
  test(input: MailboxInput, id: string | null): Promise<Outcome<ConnectionTestView>>;
  connect(input: MailboxInput): Outcome<{ readonly id: string }>;
  change(id: string, input: MailboxInput): Outcome<null>;
  remove(id: string): Promise<Outcome<null>>;
}

/** What the therapist writes to one person. Nothing of it is ever sent, changed or withheld by a rule. */
export interface ByHandService {
  /** Null when the message is not there. */
  open(messageId: string): AnsweringView | null;
  /** Keeps what is being written; false when it belongs to an earlier turn and was not kept. */
  keepDraft(messageId: string, text: string, turn: number): Outcome<{ readonly kept: boolean }>;
  send(written: HandWritten): Outcome<{ readonly replyId: string; readonly leavesAt: Instant }>;
  /** Takes back what has not left; it stands in the composer of its message again. */
  takeBack(replyId: string): Outcome<{ readonly messageId: string | null }>;
  /** Puts the words of one that did not arrive, or may not have, into the composer again. */
  writeAgain(replyId: string): Outcome<{ readonly messageId: string | null }>;
}

/** Taking surfaced messages out of the inbox for a while. */
export interface SnoozeService {
  choices(): readonly SnoozeChoice[];
  until(messageId: string, until: Instant): Outcome<null>;
  end(messageId: string): Outcome<null>;
}

/** The letter to clients that the settings write, its editions, and who acknowledged which. */
export interface CommunicationPolicyService {
  view(): CommunicationPolicyView;
  /** As it stands on paper; null where there is no such edition. */
  letter(request: LetterRequest): LetterSheet | null;
  file(request: LetterRequest, format: "html" | "pdf"): Promise<Outcome<LetterFileView>>;
  /** Keeps the letter as the next edition; `policyVersion` is the one that was looked at. */
  issue(policyVersion: number): Outcome<{ readonly number: number }>;
  /** Undoes the last issue while nobody can have been given it. */
  takeBack(edition: number): Outcome<null>;
  /** Of every client who is not archived. */
  acknowledgements(): readonly AcknowledgementView[];
  /** On a date in the practice's zone, from the day of issue to today. */
  acknowledge(clientId: string, edition: number, date: string): Outcome<null>;
  takeBackAcknowledgement(clientId: string, edition: number): Outcome<null>;
}

/** Marking senders as spam, and taking that back. */
export interface BlockingService {
  /** Blocks the sender of a message; only one who is no client. */
  block(messageId: string): Outcome<{ readonly channel: ChannelKind; readonly address: string }>;
  unblock(channel: ChannelKind, address: string): Outcome<null>;
}

/** How an unclear message was meant, as the therapist sees it. */
export const meanings = ["opt-out", "opt-in", "other"] as const;
export type Meaning = (typeof meanings)[number];

/** Settling what only the therapist can tell. */
export interface OptingOutService {
  /** Says how an unclear message was meant; null takes that back. */
  settleKeyword(messageId: string, meaning: Meaning | null): Outcome<null>;
}

/** Planning vacations, changing them, and coming back early. */
export interface VacationService {
  list(): VacationsView;
  /** Goes on with what was begun, or begins anew. */
  begin(): Outcome<{ readonly id: string }>;
  /** Begins to change a planned vacation, or to tell clients that it is over. */
  reopen(id: string): Outcome<{ readonly id: string }>;
  draft(id: string): VacationDraftView | null;
  keepDraft(id: string, draft: VacationDraft): Outcome<VacationDraftView>;
  /** Drops what was begun; a planned vacation stays as it is. */
  discard(id: string): Outcome<null>;
  /** A free time outside the vacation, as a wall time. */
  freeTime(question: FreeTimeAround): Outcome<string>;
  /** Does everything at once: hours, sessions, notices. */
  finish(id: string): Outcome<VacationChange>;
  /** Takes a vacation back; of what was arranged for it, `back` returns to the calendar. */
  remove(id: string, back: readonly string[]): Outcome<VacationChange>;
  /** Ends a vacation today. */
  comeBack(id: string, back: readonly string[]): Outcome<VacationChange>;
  undo(token: string): Outcome<Effect>;
  takeBackNotice(replyId: string): Outcome<null>;
  /** Sends one again that did not arrive, or may not have. */
  sendNoticeAgain(replyId: string): Outcome<null>;
}

/** Trying the settings out. */
export interface AuditService {
  /** Every scenario under the settings of now, with the same report as a file. Nothing is kept. */
  run(): AuditView;
}

/** Trying a draft of the policy on what really came in. Nothing is stored or sent before it is taken over. */
export interface SimulatorService {
  /** The settings of an earlier version, or of the one in force, to begin a draft with. */
  basis(version: number | null): Outcome<DraftBasis>;
  /** What a draft changes, and how much it would be tried on. */
  look(draft: PolicyDraft, period: SimulatedPeriod): Outcome<DraftLook>;
  /** Begins to try it; what was tried before is dropped. */
  begin(draft: PolicyDraft, period: SimulatedPeriod): Outcome<{ readonly id: string }>;
  /** What is tried, or was; null when nothing is. */
  latest(): SimulationView | null;
  /** The first `most` messages that fare otherwise in this way. */
  changes(id: string, difference: Difference, most: number): Outcome<readonly SimulatedChangeView[]>;
  /** Ends and forgets what is tried. */
  drop(): Outcome<null>;
  /** Makes the draft the policy in force. */
  takeOver(draft: PolicyDraft): Outcome<PolicyChangeView>;
}

/** The open practice: everything the screens can ask for or do. */
export interface Practice {
  readonly light: LightService;
  readonly inbox: InboxService;
  readonly booking: BookingService;
  readonly clients: ClientService;
  readonly policy: PolicyService;
  readonly ahead: AheadService;
  readonly audit: AuditService;
  readonly simulator: SimulatorService;
  readonly mailboxes: MailboxService;
  readonly byHand: ByHandService;
  readonly snooze: SnoozeService;
  readonly communicationPolicy: CommunicationPolicyService;
  readonly blocking: BlockingService;
  readonly optingOut: OptingOutService;
  readonly vacations: VacationService;
  settings(): SettingsView;
}

/** What changed, for the event stream; the screens refetch by their normal path. */
export type Change =
  | "door"
  | "light"
  | "messages"
  | "replies"
  | "calendar"
  | "clients"
  | "policy"
  | "mailboxes"
  | "editions"
  | "vacations";
