import type { LetterSheet } from "../domain/communication-policy/sheet.ts";
import type { ClientHours } from "../domain/policy/client-hours.ts";
import type { PolicyDraft } from "../domain/policy/draft.ts";
import type { GateChange } from "../domain/policy/gate-rules.ts";
import type { Alternation, Closure, RegionHoliday, Season, Trip, WeeklyHours } from "../domain/policy/hours.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Template } from "../domain/policy/templates.ts";
import type { Difference } from "../domain/replay/compare.ts";
import type { AheadView, AheadWeek, ImaginedMessage } from "./ahead-views.ts";
import type { AuditView } from "./audit-view.ts";
import type {
  AcknowledgementView,
  CommunicationPolicyView,
  LetterFileView,
  LetterRequest,
} from "./communication-policy-views.ts";
import type { Outcome } from "./outcome.ts";
import type { AvailabilityView, PolicyChangeView, PolicyVersionsView, ShippedPhrasesView } from "./policy-views.ts";
import type { RepliesView, TemplatePreview } from "./reply-views.ts";
import type { DraftBasis, DraftLook, SimulatedChangeView, SimulatedPeriod, SimulationView } from "./simulator-views.ts";

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
