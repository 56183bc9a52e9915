import type { AvailabilityView } from "../data/api.ts";
import { Section } from "../frame/page.tsx";
import { Batching } from "./batching.tsx";
import { ExceptionsSideBySide } from "./exceptionsSideBySide.tsx";
import "./gate.css";
import { NearSession } from "./nearSession.tsx";
import { NumbersForm } from "./numbersForm.tsx";
import { RepeatedContact } from "./repeatedContact.tsx";
import { SafetyPhrases } from "./safetyPhrases.tsx";
import { SessionBuffers } from "./sessionBuffers.tsx";
import { type Gate, useGate } from "./useGate.ts";

/** What may interrupt and what waits, in the order in which the gate asks. */
export function GateSettings({ view }: { readonly view: AvailabilityView }) {
  const { gate } = view;
  return (
    <>
      <SafetyPhrases gate={gate} />
      <SafetyRepeat gate={gate} />
      <RepeatedContact gate={gate} />
      <NearSession gate={gate} />
      <SessionBuffers gate={gate} />
      <ExceptionsSideBySide />
      <Batching gate={gate} />
    </>
  );
}

/** How a safety notification is shown again that nobody opened. */
function SafetyRepeat({ gate }: { readonly gate: Gate }) {
  const { change, pending } = useGate("Safety notifications changed.");
  return (
    <Section
      title="Safety notifications"
      note="A safety notification that you do not open is shown again a few times; then the message stays on top of the inbox."
    >
      <NumbersForm
        fields={[
          { name: "minutes", label: "Show again every", suffix: "minutes", min: 1, max: 120 },
          { name: "times", label: "At most", suffix: "times", min: 0, max: 12 },
        ]}
        values={gate.safetyRepeat}
        save={(safetyRepeat) => change({ safetyRepeat })}
        pending={pending}
        saveWords="Save safety notifications"
      />
    </Section>
  );
}
