import { Section } from "../frame/page.tsx";
import { NumbersForm } from "./numbersForm.tsx";
import { type Gate, useGate } from "./useGate.ts";

/** Minutes before and after a session in which nothing interrupts either. */
export function SessionBuffers({ gate }: { readonly gate: Gate }) {
  const { change, pending } = useGate("Buffers changed.");
  return (
    <Section title="Around sessions" note="In a session, and in these minutes around it, messages are held.">
      <NumbersForm
        fields={[
          { name: "bufferBefore", label: "Before a session", suffix: "minutes", min: 0, max: 60 },
          { name: "bufferAfter", label: "After a session", suffix: "minutes", min: 0, max: 60 },
        ]}
        values={gate}
        save={({ bufferBefore, bufferAfter }) => change({ bufferBefore, bufferAfter })}
        pending={pending}
        saveWords="Save buffers"
      />
    </Section>
  );
}
