import { Page } from "../frame/page.tsx";

export function Settings(_: { readonly id?: string | null; readonly part?: string | null }) {
  return <Page title="Settings">{null}</Page>;
}
