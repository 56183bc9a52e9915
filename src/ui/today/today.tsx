import { Page } from "../frame/page.tsx";

export function Today(_: { readonly id?: string | null; readonly part?: string | null }) {
  return <Page title="Today">{null}</Page>;
}
