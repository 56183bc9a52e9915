import { Button, Fieldset, Group, Input, Slider, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Outputs } from "../../data/api.ts";
import { usePracticeTime } from "../../time/practiceTime.tsx";

type Week = Outputs["ahead"]["week"];
type Moment = Week["moments"][number];

const minute = 60_000;

function momentName(name: Moment["name"]): string {
  switch (name) {
    case "tonight":
      return "Tonight";
    case "saturday":
      return "Saturday at 2";
    case "clock-change":
      return "Clocks change";
    case "vacation":
      return "Next vacation";
    default:
      return name satisfies never;
  }
}

interface AskedInstantProps {
  readonly at: number;
  /** It goes with the clock. */
  readonly follows: boolean;
  readonly choose: (at: number | null) => void;
  readonly days: Week["days"];
  readonly moments: Week["moments"];
}

/** The instant that is asked about: typed, by a quick step, or along the day. */
export function AskedInstant({ at, follows, choose, days, moments }: AskedInstantProps) {
  const { instantOf, wallAt } = usePracticeTime();
  /* What is being typed need not be a date yet. */
  const [typed, setTyped] = useState<string | null>(null);
  const type = (wall: string) => {
    const instant = wall === "" ? null : instantOf(wall.slice(0, 16));
    setTyped(instant === null ? wall : null);
    if (instant !== null) choose(instant);
  };
  const step = (instant: number | null) => {
    setTyped(null);
    choose(instant);
  };
  return (
    <>
      <TextInput
        type="datetime-local"
        label="If a client writes at"
        value={typed ?? wallAt(at)}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => setTyped(null)}
      />
      <Fieldset variant="unstyled" legend={<span className="unseen">Moments worth asking about</span>}>
        <Group gap={6}>
          <Button
            size="compact-sm"
            variant={follows ? "light" : "default"}
            aria-pressed={follows}
            onClick={() => step(null)}
          >
            Now
          </Button>
          {moments.map((moment) => (
            <Button
              key={moment.name}
              size="compact-sm"
              variant={!follows && moment.at === at ? "light" : "default"}
              aria-pressed={!follows && moment.at === at}
              onClick={() => step(moment.at)}
            >
              {momentName(moment.name)}
            </Button>
          ))}
        </Group>
      </Fieldset>
      <DaySlider at={at} choose={step} day={days.find(({ start, end }) => start <= at && at < end)} />
    </>
  );
}

interface DaySliderProps {
  readonly at: number;
  readonly choose: (at: number) => void;
  readonly day: Week["days"][number] | undefined;
}

/** The day from midnight to midnight in steps of five minutes; 23 or 25 hours long where the clock changes. */
function DaySlider({ at, choose, day }: DaySliderProps) {
  const { time, shortDate, wallAt } = usePracticeTime();
  if (day === undefined) return null;
  const { start, end } = day;
  const last = Math.floor((end - start) / minute) - 5;
  const words = (minutes: number) => {
    const instant = start + minutes * minute;
    const again = wallAt(instant) === wallAt(instant - 60 * minute);
    return again ? `${time(instant)}, the second time` : time(instant);
  };
  return (
    <Input.Wrapper label={`Along ${shortDate(day.date)}`} labelElement="div">
      <Slider
        min={0}
        max={last}
        step={5}
        value={Math.min(Math.round((at - start) / minute / 5) * 5, last)}
        onChange={(minutes) => choose(start + minutes * minute)}
        label={words}
        thumbLabel="Time of day"
        thumbValueText={words}
      />
    </Input.Wrapper>
  );
}
