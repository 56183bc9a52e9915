import { useEffect, useRef, type RefObject } from "react";

/** Gives an element the focus once, when the screen that asks for it appears. */
export function useFirstFocus<Target extends HTMLElement>(): RefObject<Target | null> {
  const target = useRef<Target>(null);
  useEffect(() => target.current?.focus(), []);
  return target;
}
