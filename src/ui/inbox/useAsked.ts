import { useEffect } from "react";
import { useSearchParams } from "wouter";

/** Does `act` once when the address asks for it (`?answer`), as keys and the command palette do. `act` must stay the same. */
export function useAsked(name: string, act: (asked: true) => void): void {
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.has(name);
  useEffect(() => {
    if (!asked) return;
    act(true);
    setParameters({}, { replace: true });
  }, [asked, act, setParameters]);
}
