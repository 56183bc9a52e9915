import { SegmentedControl, Stack, Textarea } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useSearchParams } from "wouter";
import { api, type Inputs } from "../../data/api.ts";
import { Failed, Loading } from "../../data/asked.tsx";
import { Section } from "../../frame/page.tsx";
import { dateOf, firstDayOfWeek, startOfWeek } from "../../time/dates.ts";
import { usePracticeTime } from "../../time/practiceTime.tsx";
import { useNow } from "../../time/useNow.ts";
import "./ahead.css";
import { AskedInstant } from "./askedInstant.tsx";
import { Foretold } from "./foretold.tsx";
import { SenderChoice } from "./senderChoice.tsx";
import { WeekStrip } from "./weekStrip.tsx";

type Asked = Inputs["ahead"]["ask"];

/** Pick an instant, a sender and a text, and see what would happen: verdict, why, and the reply as it would arrive. */
export function Scrubber() {
  const { locale, wallAt } = usePracticeTime();
  const now = useNow();
  /* Null follows the clock. */
  const [chosen, choose] = useState<number | null>(null);
  const [from, setFrom] = useState<Asked["from"]>({ kind: "any-client" });
  const [channel, setChannel] = useState<Asked["channel"]>("email");
  const [text, setText] = useState("");
  const [written] = useDebouncedValue(text, 250);

  // To the minute: a finer instant would be another question at every drawing, and each answer draws again.
  const at = chosen ?? Math.floor(now / 60_000) * 60_000;
  const firstDate = startOfWeek(dateOf(wallAt(at)), firstDayOfWeek(locale));
  const clientId = from.kind === "client" ? from.id : null;
  const week = useQuery({
    ...api.ahead.week.queryOptions({ firstDate, clientId }),
    placeholderData: keepPreviousData,
  });
  const foretold = useQuery({
    ...api.ahead.ask.queryOptions({ at, from, channel, text: written }),
    placeholderData: keepPreviousData,
  });

  return (
    <div className="ahead" ref={useAskedFor()}>
      <Section title="What would a client get?" note="Nothing is stored, and nothing is sent.">
        <Stack gap="sm">
          <AskedInstant
            at={at}
            follows={chosen === null}
            choose={choose}
            days={week.data?.days ?? []}
            moments={week.data?.moments ?? []}
          />
          <SenderChoice from={from} choose={setFrom} />
          <SegmentedControl
            aria-label="It arrives as"
            value={channel}
            onChange={(value) => setChannel(value === "sms" ? "sms" : "email")}
            data={[
              { value: "email", label: "E-mail" },
              { value: "sms", label: "Text message" },
            ]}
          />
          <Textarea
            label="It says"
            placeholder="Anything. Try HELP, STOP, or a safety phrase."
            autosize
            minRows={2}
            maxRows={6}
            maxLength={500}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {foretold.data === undefined ? (
            foretold.isError ? (
              <Failed error={foretold.error} again={() => void foretold.refetch()} busy={foretold.isFetching} />
            ) : (
              <Loading />
            )
          ) : (
            <Foretold answer={foretold.data} />
          )}
          {week.data === undefined ? null : <WeekStrip days={week.data.days} at={at} choose={choose} />}
        </Stack>
      </Section>
    </div>
  );
}

/** Asked for by name (`?ask`), it comes into view with the focus on its first field. */
function useAskedFor() {
  const place = useRef<HTMLDivElement>(null);
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.has("ask");
  useEffect(() => {
    if (!asked) return;
    place.current?.scrollIntoView({ block: "start" });
    place.current?.querySelector("input")?.focus({ preventScroll: true });
    setParameters({}, { replace: true });
  }, [asked, setParameters]);
  return place;
}
