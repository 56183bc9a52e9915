import { IconHourglass } from "@tabler/icons-react";
import { Link, useLocation } from "wouter";
import type { LightView } from "../data/api.ts";
import { screenOf, screens } from "./screens.ts";

/** The left rail: where one can go, and what waits in the inbox. */
export function Rail({ light }: { readonly light: LightView }) {
  const [location] = useLocation();
  const here = screenOf(location);
  return (
    <nav className="rail" aria-label="Screens">
      <p className="rail-name" title={light.practiceName}>
        {light.practiceName}
      </p>
      <ul className="rail-list">
        {screens.map((screen) => (
          <li key={screen.path}>
            <Link
              href={screen.path}
              className="rail-link"
              aria-current={here === screen ? "page" : undefined}
              title={screen.name}
            >
              <screen.icon size={20} stroke={1.6} aria-hidden />
              <span className="rail-word">{screen.name}</span>
              {screen.path === "/inbox" ? <Counts light={light} /> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Counts({ light }: { readonly light: LightView }) {
  return (
    <span className="rail-counts">
      {light.unreadCount > 0 ? (
        <span className="count">
          {light.unreadCount}
          <span className="unseen"> unread</span>
        </span>
      ) : null}
      {light.heldCount > 0 ? (
        <span className="count count-held">
          <IconHourglass size={13} aria-hidden />
          {light.heldCount}
          <span className="unseen"> held</span>
        </span>
      ) : null}
    </span>
  );
}
