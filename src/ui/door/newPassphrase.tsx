import { PasswordInput, Stack, Text } from "@mantine/core";
import { IconShield, IconShieldCheck, IconShieldX } from "@tabler/icons-react";
import { strengthOf } from "./strength.ts";

export interface NewPassphraseValue {
  readonly passphrase: string;
  readonly again: string;
}

interface NewPassphraseProps {
  readonly value: NewPassphraseValue;
  readonly change: (value: NewPassphraseValue) => void;
  /** The app's own sentence about the passphrase, after it was sent. */
  readonly problem: string | null;
  readonly label?: string;
  readonly autoFocus?: boolean;
}

/** What keeps the two fields from being sent; null when nothing does. */
export function passphraseProblem(value: NewPassphraseValue): string | null {
  if (value.passphrase.length < 12) return "At least twelve characters, please. Four or five plain words are good.";
  if (value.again !== value.passphrase) return "The two do not match.";
  return null;
}

/** A new passphrase, typed twice, with its strength in words. */
export function NewPassphrase({ value, change, problem, label = "Passphrase", autoFocus = false }: NewPassphraseProps) {
  const strength = strengthOf(value.passphrase);
  const mismatch = value.again !== "" && value.again !== value.passphrase && !value.passphrase.startsWith(value.again);
  return (
    <Stack gap="md">
      <div>
        <PasswordInput
          label={label}
          description="At least twelve characters. Four or five plain words are good."
          autoComplete="new-password"
          value={value.passphrase}
          onChange={(event) => change({ ...value, passphrase: event.currentTarget.value })}
          error={problem}
          data-autofocus={autoFocus || undefined}
          visibilityToggleButtonProps={{ "aria-label": `Show ${label.toLowerCase()}` }}
        />
        <Text aria-live="polite" c="dimmed" mt={6} mih={24} style={{ display: "flex", gap: 8, alignItems: "center" }}>
          {strength === null ? null : (
            <>
              {strength.word === "Strong" ? (
                <IconShieldCheck size={18} aria-hidden />
              ) : strength.word === "Fair" ? (
                <IconShield size={18} aria-hidden />
              ) : (
                <IconShieldX size={18} aria-hidden />
              )}
              <span>
                <strong>{strength.word}.</strong> {strength.advice}
              </span>
            </>
          )}
        </Text>
      </div>
      <PasswordInput
        label={`${label}, once more`}
        autoComplete="new-password"
        value={value.again}
        onChange={(event) => change({ ...value, again: event.currentTarget.value })}
        error={mismatch ? "The two do not match." : null}
        visibilityToggleButtonProps={{ "aria-label": `Show ${label.toLowerCase()}, once more` }}
      />
    </Stack>
  );
}
