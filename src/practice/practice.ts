import type { EmailAccount } from "../channels/email/account.ts";
import type { BookingService, ClientService, VacationService } from "./calendar-services.ts";
import type { LightService } from "./light-service.ts";
import type {
  BlockingService,
  ByHandService,
  InboxService,
  OptingOutService,
  SnoozeService,
} from "./message-services.ts";
import type { Outcome } from "./outcome.ts";
import type {
  AheadService,
  AuditService,
  CommunicationPolicyService,
  PolicyService,
  SimulatorService,
} from "./policy-services.ts";
import type { ConnectionTestView, MailboxView, SettingsView } from "./settings-views.ts";

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
