import { ipcRenderer } from "electron";

/*
 * All that the main process ever says to the window: which screen to show, after a click on a notification. The page gets
 * no function from here; it notices that its address has changed, as with the Back button.
 */
ipcRenderer.on("show-screen", (_event, path: unknown) => {
  if (typeof path !== "string" || !path.startsWith("/")) return;
  window.history.pushState(null, "", path);
  window.dispatchEvent(new PopStateEvent("popstate"));
});
