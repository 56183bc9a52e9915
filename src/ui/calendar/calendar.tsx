import { Page } from "../frame/page.tsx";

export function Calendar(_: { readonly id?: string | null; readonly part?: string | null }) {
  return <Page title="Calendar">{null}</Page>;
}
