/** What is known of a vacation the day before it begins. */
export interface ChecklistFacts {
  readonly cover: { readonly name: string; readonly phone: string } | null;
  readonly withoutCover: string | null;
  readonly sessions: {
    readonly cancelled: number;
    readonly moved: number;
    readonly kept: number;
    /** In the way, and nothing was decided. */
    readonly open: number;
    /** Moved to where something else is booked. */
    readonly inConflict: number;
  };
  readonly notices: {
    readonly waiting: number;
    /** Of those waiting, how many leave only after the vacation has begun, or not at all. */
    readonly tooLate: number;
    readonly sent: number;
    readonly failed: number;
    readonly unconfirmed: number;
    /** Clients who were told other dates or another cover than hold now. */
    readonly outdated: number;
    /** Clients with a session in the way whom no notice tells. */
    readonly untold: number;
  };
  readonly repliesOn: boolean;
  readonly mailbox: boolean;
}

/** One line of the checklist. */
export interface ChecklistItem {
  readonly id:
    | "cover"
    | "sessions"
    | "conflicts"
    | "notices"
    | "failed"
    | "outdated"
    | "untold"
    | "replies"
    | "mailbox";
  readonly done: boolean;
  readonly sentence: string;
}

/** What is done, and what is still to do before leaving; worst comes where it belongs, nothing is left out. */
export function checklist(facts: ChecklistFacts): readonly ChecklistItem[] {
  const { notices, sessions } = facts;
  const items = [coverItem(facts), sessionsItem(sessions)];
  if (sessions.inConflict > 0)
    items.push(
      open("conflicts", `${count(sessions.inConflict, "moved session meets", "moved sessions meet")} another.`),
    );
  items.push(noticesItem(notices));
  if (notices.failed + notices.unconfirmed > 0)
    items.push(
      open(
        "failed",
        [
          notices.failed > 0 ? `${count(notices.failed, "notice was", "notices were")} not sent.` : "",
          notices.unconfirmed > 0 ? `${count(notices.unconfirmed, "notice", "notices")} may not have arrived.` : "",
        ]
          .filter((part) => part !== "")
          .join(" "),
      ),
    );
  if (notices.outdated > 0)
    items.push(open("outdated", `${count(notices.outdated, "client was", "clients were")} told something else.`));
  if (notices.untold > 0)
    items.push(
      open(
        "untold",
        `${count(notices.untold, "client", "clients")} with a session in the way ${verb(notices.untold, "gets", "get")} no notice.`,
      ),
    );
  items.push(
    facts.repliesOn
      ? done("replies", "Clients who write are answered with the day you are back.")
      : open("replies", "Automatic replies to clients are switched off."),
  );
  if (!facts.mailbox) items.push(open("mailbox", "No mailbox is connected."));
  return items;
}

function coverItem({ cover, withoutCover }: ChecklistFacts): ChecklistItem {
  if (cover !== null) return done("cover", `${cover.name} covers, ${cover.phone}.`);
  if (withoutCover !== null && withoutCover !== "") return done("cover", `Nobody covers: ${withoutCover}`);
  return open("cover", "Nobody covers yet.");
}

function sessionsItem({ cancelled, moved, kept, open: undecided }: ChecklistFacts["sessions"]): ChecklistItem {
  const settled = [
    cancelled > 0 ? `${cancelled} cancelled` : "",
    moved > 0 ? `${moved} moved` : "",
    kept > 0 ? `${kept} kept` : "",
  ].filter((part) => part !== "");
  const said = settled.length === 0 ? "" : `Sessions: ${settled.join(", ")}. `;
  if (undecided > 0)
    return open(
      "sessions",
      `${said}${count(undecided, "session is", "sessions are")} still in the way and ${verb(undecided, "takes", "take")} place as booked.`,
    );
  return done("sessions", said === "" ? "No session is in the way." : said.trim());
}

function noticesItem({ waiting, tooLate, sent }: ChecklistFacts["notices"]): ChecklistItem {
  if (tooLate > 0)
    return open("notices", `${count(tooLate, "notice does", "notices do")} not leave before the vacation begins.`);
  const parts = [
    sent > 0 ? `${count(sent, "notice was", "notices were")} sent` : "",
    waiting > 0 ? `${count(waiting, "notice waits", "notices wait")} to leave` : "",
  ].filter((part) => part !== "");
  return done("notices", parts.length === 0 ? "No notice is to be sent." : `${parts.join(", ")}.`);
}

const done = (id: ChecklistItem["id"], sentence: string): ChecklistItem => ({ id, done: true, sentence });
const open = (id: ChecklistItem["id"], sentence: string): ChecklistItem => ({ id, done: false, sentence });
const count = (n: number, one: string, many: string): string => `${n} ${verb(n, one, many)}`;
const verb = (n: number, one: string, many: string): string => (n === 1 ? one : many);
