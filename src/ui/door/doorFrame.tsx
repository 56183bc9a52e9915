import type { ReactNode } from "react";
import { ConnectionBanner } from "../frame/banners.tsx";
import "../frame/light.css";
import "./door.css";

/** The quiet page shown while the practice is shut. */
export function DoorFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className="door">
      <ConnectionBanner />
      <header className="door-name">Between Sessions</header>
      <main className="door-page sheet">{children}</main>
    </div>
  );
}
