import { IconMailOff, IconPlugConnectedX } from "@tabler/icons-react";
import { Link } from "wouter";
import type { LightView } from "../data/api.ts";
import { useConnection } from "../data/events.tsx";

/** What a person must see on every screen: the app is not answering, or mail is not arriving. */
export function Banners({ channel }: { readonly channel: LightView["channel"] }) {
  return (
    <section aria-label="Notices">
      <ConnectionBanner />
      <ChannelBanner channel={channel} />
    </section>
  );
}

/** Said while the app cannot be heard. */
export function ConnectionBanner() {
  const connection = useConnection();
  return (
    <div aria-live="polite" className="banner-place">
      {connection === "lost" ? (
        <p className="banner">
          <IconPlugConnectedX size={18} aria-hidden />
          <span>Connection to the app lost, trying again. What you see may be out of date.</span>
        </p>
      ) : null}
    </div>
  );
}

function ChannelBanner({ channel }: { readonly channel: LightView["channel"] }) {
  switch (channel.state) {
    case "working":
      return null;
    case "none":
      return (
        <p className="banner banner-quiet">
          <IconMailOff size={18} aria-hidden />
          <span>
            No mailbox is connected, so no message can arrive. <Link href="/settings/mailbox">Connect a mailbox</Link>
          </span>
        </p>
      );
    case "fault":
      return (
        <div role="alert" className="banner-place">
          <p className="banner">
            <IconMailOff size={18} aria-hidden />
            <span>
              {channel.sentence} <Link href="/settings/mailbox">Look at the mailbox</Link>
            </span>
          </p>
        </div>
      );
    default:
      return channel satisfies never;
  }
}
