import { Select } from "@mantine/core";
import { IconConfetti } from "@tabler/icons-react";
import { client, type AvailabilityView, type RegionHoliday } from "../data/api.ts";
import { Empty } from "../data/asked.tsx";
import { Section } from "../frame/page.tsx";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { HolidayRow } from "./holidayRow.tsx";
import { usePolicyAct } from "./usePolicyAct.ts";

type RegionHolidays = AvailabilityView["holidays"];

/** The public holidays of the practice's region, this year and next, and what is done on each. */
export function Holidays({ holidays }: { readonly holidays: RegionHolidays }) {
  const { today } = usePracticeTime();
  const coming = holidays.days.filter((one) => one.date >= today());
  const past = holidays.days.filter((one) => one.date < today());
  const years = [...new Set(coming.map((one) => one.date.slice(0, 4)))];
  return (
    <Section
      title="Public holidays"
      note="On a ticked holiday the practice is closed or keeps shortened hours. What you choose holds for the same holiday in later years; new years appear by themselves."
    >
      {holidays.areas.length === 0 ? null : <Area holidays={holidays} />}
      {coming.length === 0 ? (
        <div className="sheet">
          <Empty icon={<IconConfetti />} title="No holidays known">
            Days on which you close can be added as exceptions, above.
          </Empty>
        </div>
      ) : null}
      {years.map((year) => (
        <div key={year}>
          <h3 className="holiday-year">{year}</h3>
          <div className="sheet">
            <HolidayList name={`Holidays in ${year}`} days={coming.filter((one) => one.date.startsWith(year))} />
          </div>
        </div>
      ))}
      {past.length === 0 ? null : (
        <details className="past-closures">
          <summary>Earlier this year ({past.length})</summary>
          <div className="sheet">
            <HolidayList name="Holidays earlier this year" days={past} />
          </div>
        </details>
      )}
    </Section>
  );
}

const everywhere = "everywhere";

function Area({ holidays }: { readonly holidays: RegionHolidays }) {
  const save = usePolicyAct({
    call: (area: string | null) => client.policy.setHolidayArea.mutate({ area }),
    said: "Holidays changed.",
  });
  return (
    <Select
      label="Holidays of"
      description="Some states and provinces have holidays of their own."
      maw="24rem"
      mb="sm"
      searchable
      allowDeselect={false}
      disabled={save.pending}
      value={holidays.area ?? everywhere}
      onChange={(value) => save.run(value === null || value === everywhere ? null : value)}
      data={[
        { value: everywhere, label: "The whole country" },
        ...holidays.areas.map(({ area, name }) => ({ value: area, label: name })),
      ]}
    />
  );
}

function HolidayList({ name, days }: { readonly name: string; readonly days: readonly RegionHoliday[] }) {
  return (
    <ul className="rows" aria-label={name}>
      {days.map((holiday) => (
        <HolidayRow key={holiday.date} holiday={holiday} />
      ))}
    </ul>
  );
}
