import { QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { Router } from "../../api/router.ts";

export type Inputs = inferRouterInputs<Router>;
export type Outputs = inferRouterOutputs<Router>;

/*
 * The app is always there, network or not: without "always" the query library would pause while the computer is offline.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: "always", staleTime: 15_000, retry: 1, retryDelay: 400, refetchOnWindowFocus: true },
    mutations: { networkMode: "always" },
  },
});

/** Verbs of the product, called directly. */
export const client = createTRPCClient<Router>({
  links: [
    httpBatchLink({
      url: "/trpc",
      fetch: (url, options) => fetch(url, { ...options, credentials: "same-origin" } as RequestInit),
    }),
  ],
});

/** The same verbs as query options and query filters. */
export const api = createTRPCOptionsProxy<Router>({ client, queryClient });

export type LightView = Outputs["light"]["now"];
export type DoorView = Outputs["door"]["view"];
export type TodayView = Outputs["inbox"]["today"];
export type InboxView = Outputs["inbox"]["list"];
export type MessageView = InboxView["surfaced"][number];
export type CardView = InboxView["digest"][number];
export type MessageDetail = NonNullable<Outputs["inbox"]["open"]>;
export type ReplyView = TodayView["recentReplies"][number];
export type AnsweringView = NonNullable<Outputs["inbox"]["byHand"]["open"]>;
export type ThreadReplyView = AnsweringView["replies"][number];
export type SnoozeChoice = Outputs["inbox"]["snooze"]["choices"][number];
export type SessionView = TodayView["sessions"][number];
export type CalendarView = Outputs["calendar"]["range"];
export type SeriesView = NonNullable<Outputs["calendar"]["series"]>;
export type ClientView = Outputs["clients"]["list"][number];
export type AgreedHours = NonNullable<ClientView["agreedHours"]>;
export type AvailabilityView = Outputs["policy"]["availability"];
export type Closure = AvailabilityView["closures"][number];
export type Season = AvailabilityView["seasons"][number];
export type Trip = AvailabilityView["travel"][number];
export type RegionHoliday = AvailabilityView["holidays"]["days"][number];
export type WeeklyHours = AvailabilityView["messageHours"];
export type HoursWindow = WeeklyHours["MO"][number];
export type CommunicationPolicyView = Outputs["communicationPolicy"]["view"];
export type LetterSheet = NonNullable<Outputs["communicationPolicy"]["letter"]>;
export type AcknowledgementView = Outputs["communicationPolicy"]["acknowledgements"][number];
export type Language = ClientView["language"];
export type PolicyVersion = Outputs["policy"]["versions"]["versions"][number];
export type ShippedPhrases = Outputs["policy"]["shippedPhrases"];
export type SettingsView = Outputs["settings"];
export type MailboxView = SettingsView["mailboxes"][number];
export type Booking = Inputs["calendar"]["book"];
export type Repeats = NonNullable<Booking["repeats"]>;
export type Region = DoorView["regions"][number]["region"];
export type VacationView = Outputs["vacations"]["list"]["vacations"][number];
export type VacationDraftView = NonNullable<Outputs["vacations"]["draft"]>;
export type VacationDraft = VacationDraftView["draft"];
export type VacationDecision = VacationDraft["decisions"][number]["decision"];
export type VacationChange = Extract<Outputs["vacations"]["finish"], { ok: true }>["value"];
