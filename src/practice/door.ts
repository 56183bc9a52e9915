import type { PracticeIdentity } from "../domain/policy/policy.ts";
import type { WeeklyHours } from "../domain/policy/hours.ts";
import type { Outcome } from "./outcome.ts";
import type { Practice } from "./practice.ts";
import type { DoorView } from "./settings-views.ts";

/** The three questions of the first run, and the acknowledgement that this is no emergency service (FIELD C5). */
export interface FirstRun {
  readonly practice: PracticeIdentity;
  readonly messageHours: WeeklyHours;
  readonly passphrase: string;
  readonly unlockWithComputer: boolean;
}

/** The way in: creating, unlocking and locking the practice. At most one practice is open. */
export interface Door {
  view(): Promise<DoorView>;
  /** The open practice, or null while the door is shut. */
  practice(): Practice | null;
  create(firstRun: FirstRun): Promise<Outcome<{ readonly recoveryKey: string }>>;
  unlock(passphrase: string): Promise<Outcome<null>>;
  unlockWithRecoveryKey(recoveryKey: string, newPassphrase: string): Promise<Outcome<null>>;
  unlockWithComputer(): Promise<Outcome<null>>;
  setComputerUnlock(enabled: boolean, passphrase: string): Promise<Outcome<null>>;
  changePassphrase(current: string, next: string): Promise<Outcome<null>>;
  /** Locks the screens. The practice goes on receiving, holding and answering behind them. */
  lock(): void;
  /** Forgets a fault of the last attempt to open, so that it can be tried again. */
  tryAgain(): void;
}
