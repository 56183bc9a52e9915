import { Page } from "../frame/page.tsx";

export function Clients(_: { readonly id?: string | null; readonly part?: string | null }) {
  return <Page title="Clients">{null}</Page>;
}
