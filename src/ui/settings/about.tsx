import { Text } from "@mantine/core";
import type { SettingsView } from "../data/api.ts";
import { NoEmergencyService } from "../door/beforeYouBegin.tsx";
import { Section } from "../frame/page.tsx";
import { usePracticeTime } from "../time/practiceTime.tsx";

/** What this app is, what it is not, and where its data lives. */
export function About({ settings }: { readonly settings: SettingsView }) {
  const { moment, momentWithin, locale } = usePracticeTime();
  const size = (bytes: number) =>
    new Intl.NumberFormat(locale, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 }).format(
      bytes / 1_000_000,
    );
  return (
    <>
      <Section title="What this app is not">
        <NoEmergencyService />
        <Text c="dimmed" mt="sm">
          You confirmed this {momentWithin(settings.acknowledgedAt)}.
        </Text>
      </Section>
      <Section
        title="Your data"
        note="Everything stays on this computer, encrypted. Nothing is sent anywhere but through your own mailbox."
      >
        <dl className="facts">
          <dt>Data folder</dt>
          <dd>{settings.dataFolder}</dd>
        </dl>
      </Section>
      <Section title="Backups" note="Encrypted copies in the data folder, opened by the same passphrase.">
        {settings.backups.length === 0 ? (
          <Text c="dimmed">No backup yet.</Text>
        ) : (
          <ul className="rows sheet">
            {settings.backups.map((backup) => (
              <li key={backup.name} className="backup">
                <span>{moment(backup.at)}</span>
                <span className="backup-name">{backup.name}</span>
                <span>{size(backup.bytes)}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="Version">
        <dl className="facts">
          <dt>Between Sessions</dt>
          <dd>{settings.version}</dd>
          <dt>Time zone data</dt>
          <dd>{settings.timeZoneData}</dd>
          <dt>Public holidays</dt>
          <dd>from date-holidays, whose data is under CC BY 3.0</dd>
        </dl>
      </Section>
    </>
  );
}
