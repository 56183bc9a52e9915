import { Button, Group, NumberInput, Stack, TextInput } from "@mantine/core";
import { useState, type SubmitEvent } from "react";
import { ordinaryWeek, problemsInHours } from "../availability/hours.ts";
import { HoursEditor } from "../availability/hoursEditor.tsx";
import { usePolicyAct } from "../availability/usePolicyAct.ts";
import { client, type AgreedHours, type Inputs, type WeeklyHours } from "../data/api.ts";
import { sortProblems } from "../data/placing.ts";
import { weekdays } from "../time/dates.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";

type Agreement = Inputs["policy"]["setClientHours"]["agreed"];

interface AgreedHoursFormProps {
  readonly clientId: string;
  /** What was agreed so far; null for a first agreement. */
  readonly agreed: AgreedHours | null;
  readonly done: () => void;
}

/** What is sent of an agreement as it is shown. */
export function agreementOf(agreed: AgreedHours): Agreement {
  const { clientId, reason, hours, firstDate, lastDate, reviewDate, weeklyLimit, suspendedUntil } = agreed;
  return { clientId, reason, hours, firstDate, lastDate, reviewDate, weeklyLimit, suspendedUntil };
}

const evening = [{ start: "18:00", end: "20:00" }];
/** A first suggestion: weekday evenings. */
const evenings: WeeklyHours = {
  ...ordinaryWeek,
  MO: evening,
  TU: evening,
  WE: evening,
  TH: evening,
  FR: evening,
};

/** Reason, windows, dates, review and limit of what is agreed with a client. */
export function AgreedHoursForm({ clientId, agreed, done }: AgreedHoursFormProps) {
  const { today, wallAt, instantOf, now } = usePracticeTime();
  const [reason, setReason] = useState(agreed?.reason ?? "");
  const [hours, setHours] = useState<WeeklyHours>(agreed?.hours ?? evenings);
  const [firstDate, setFirstDate] = useState(agreed?.firstDate ?? today());
  const [lastDate, setLastDate] = useState(agreed?.lastDate ?? "");
  const [reviewDate, setReviewDate] = useState(agreed?.reviewDate ?? "");
  const [weeklyLimit, setWeeklyLimit] = useState<number | string>(agreed?.weeklyLimit ?? "");
  const [suspended, setSuspended] = useState(
    agreed?.suspendedUntil === undefined || agreed.suspendedUntil === null || agreed.suspendedUntil <= now()
      ? ""
      : wallAt(agreed.suspendedUntil),
  );
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});

  const save = usePolicyAct({
    call: (input: Agreement) => client.policy.setClientHours.mutate({ agreed: input }),
    said: "Agreed hours saved.",
    done,
    place: (found) => {
      const { placed, homeless } = sortProblems(found, fieldOf);
      setProblems(placed);
      return homeless;
    },
  });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const found: Record<string, string> = {};
    const limit = weeklyLimit === "" ? null : weeklyLimit;
    const suspendedUntil = suspended === "" ? null : instantOf(suspended.slice(0, 16));
    if (reason.trim() === "") found["reason"] = "Say why this was agreed.";
    if (firstDate === "") found["firstDate"] = "A first day is needed.";
    if (lastDate !== "" && lastDate < firstDate) found["lastDate"] = "The last day comes before the first.";
    if (reviewDate !== "" && reviewDate < firstDate) found["reviewDate"] = "The review comes before the first day.";
    if (limit !== null && !(typeof limit === "number" && Number.isInteger(limit) && 1 <= limit && limit <= 100))
      found["weeklyLimit"] = "A whole number from 1 to 100, or nothing.";
    if (suspended !== "" && suspendedUntil === null) found["suspendedUntil"] = "This is not a time.";
    const wrongHours = weekdays.every((day) => hours[day].length === 0)
      ? "Agreed hours need at least one window."
      : problemsInHours(hours);
    if (wrongHours !== null) found["hours"] = wrongHours;
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    save.run({
      clientId,
      reason,
      hours,
      firstDate,
      lastDate: lastDate === "" ? null : lastDate,
      reviewDate: reviewDate === "" ? null : reviewDate,
      weeklyLimit: typeof limit === "number" ? limit : null,
      suspendedUntil,
    });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label="Reason"
          description="For yourself, such as phone coaching. Clients do not see it."
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={problems["reason"]}
        />
        <HoursEditor value={hours} change={setHours} problem={problems["hours"] ?? null} />
        <Group grow align="flex-start">
          <TextInput
            type="date"
            label="First day"
            value={firstDate}
            onChange={(event) => setFirstDate(event.currentTarget.value)}
            error={problems["firstDate"]}
          />
          <TextInput
            type="date"
            label="Last day"
            description="Empty for no end."
            inputWrapperOrder={["label", "input", "description", "error"]}
            value={lastDate}
            onChange={(event) => setLastDate(event.currentTarget.value)}
            error={problems["lastDate"]}
          />
          <TextInput
            type="date"
            label="Review on"
            description="Today then says so."
            inputWrapperOrder={["label", "input", "description", "error"]}
            value={reviewDate}
            onChange={(event) => setReviewDate(event.currentTarget.value)}
            error={problems["reviewDate"]}
          />
        </Group>
        <Group grow align="flex-start">
          <NumberInput
            label="At most"
            suffix=" messages a week"
            description="From Monday to Sunday. Empty for no limit."
            inputWrapperOrder={["label", "input", "description", "error"]}
            min={1}
            max={100}
            clampBehavior="none"
            allowDecimal={false}
            allowNegative={false}
            value={weeklyLimit}
            onChange={setWeeklyLimit}
            error={problems["weeklyLimit"]}
          />
          <TextInput
            type="datetime-local"
            label="Suspended until"
            description="Empty when they are not."
            inputWrapperOrder={["label", "input", "description", "error"]}
            value={suspended}
            onChange={(event) => setSuspended(event.currentTarget.value)}
            error={problems["suspendedUntil"]}
          />
        </Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={done}>
            Discard
          </Button>
          <Button type="submit" loading={save.pending}>
            Save agreed hours
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const fields = ["reason", "hours", "firstDate", "lastDate", "reviewDate", "weeklyLimit", "suspendedUntil"] as const;

function fieldOf(path: string): (typeof fields)[number] | null {
  const field = path.replace(/^agreed\./, "").split(".")[0];
  return fields.find((one) => one === field) ?? null;
}
