import { Page } from "../frame/page.tsx";

export function Availability(_: { readonly id?: string | null; readonly part?: string | null }) {
  return <Page title="Availability">{null}</Page>;
}
