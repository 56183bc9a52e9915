import { MantineProvider } from "@mantine/core";
import "@mantine/core/styles.css";
import "@mantine/dates/styles.css";
import { Notifications } from "@mantine/notifications";
import "@mantine/notifications/styles.css";
import "@mantine/schedule/styles.css";
import "@mantine/spotlight/styles.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { queryClient } from "./data/api.ts";
import { Events } from "./data/events.tsx";
import "./theme/theme.css";
import { theme, variables } from "./theme/theme.ts";

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";

/* The scroll lock below Mantine's dialogs writes a style tag and looks for its nonce under this name. */
Object.assign(globalThis, { __webpack_nonce__: nonce });

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root.");

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <Notifications position="bottom-right" transitionDuration={120} limit={12} />
      <QueryClientProvider client={queryClient}>
        <Events>
          <App />
        </Events>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
