import { Page } from "../frame/page.tsx";

export function Inbox(_: { readonly id?: string | null; readonly part?: string | null }) {
  return <Page title="Inbox">{null}</Page>;
}
