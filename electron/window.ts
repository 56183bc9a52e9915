import { app, BrowserWindow, dialog, nativeTheme, screen, type Rectangle, type Session } from "electron";
import { home } from "./addresses.ts";
import { offerEditing } from "./menu.ts";
import { guardNavigation } from "./navigation.ts";
import type { ShellMemory } from "./shell-memory.ts";

export interface WindowParts {
  readonly session: Session;
  readonly memory: ShellMemory;
  readonly preload: string;
  readonly icon: string;
  /** Asked when a person closes the window: true lets it close, false leaves it to the shell. */
  mayClose(): boolean;
  log(line: string): void;
}

/** The app's one window. */
export interface MainWindow {
  /** Brings it to the front; with a path, on that screen. */
  show(path?: string): void;
  hide(): void;
  minimize(): void;
  /** As a person would close it. */
  close(): void;
}

/** As large as the screens were drawn for; they work in the smaller one. */
const ordinary = { width: 1280, height: 860 };
const smallest = { width: 1024, height: 640 };

/** A second crash within this time is not answered by loading the page yet again. Milliseconds. */
const soon = 60_000;

/** Opens the window: a page without Node, without the network, and without a way to anywhere else. */
export function openWindow({ session, memory, preload, icon, mayClose, log }: WindowParts): MainWindow {
  const { bounds, maximized } = memory.get();
  const space = screen.getPrimaryDisplay().workAreaSize;
  const window = new BrowserWindow({
    ...(bounds !== null && isOnAScreen(bounds) ? bounds : fitting(ordinary, space)),
    minWidth: Math.min(smallest.width, space.width),
    minHeight: Math.min(smallest.height, space.height),
    show: false,
    title: "Between Sessions",
    icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? "#181614" : "#f4efe7",
    autoHideMenuBar: true,
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  const contents = window.webContents;
  // Where a page asks for a direct connection all the same, it gets none that leaves the computer.
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
  guardNavigation(contents, log);
  offerEditing(contents);
  recover(window, log);

  if (maximized) window.maximize();
  window.once("ready-to-show", () => window.show());
  const remember = () => memory.set({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  window.on("close", (event) => {
    remember();
    if (!mayClose()) event.preventDefault();
  });
  contents.on("did-fail-load", (_event, code) => log(`page not loaded: ${code}`));
  load(window, "/", log);

  return {
    show(path) {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      if (path === undefined) return;
      if (contents.isCrashed()) load(window, path, log);
      else contents.send("show-screen", path);
    },
    hide() {
      remember();
      window.hide();
    },
    minimize: () => window.minimize(),
    close: () => window.close(),
  };
}

/** A page that dies is loaded again once; the second time a person is asked. The practice lives elsewhere and goes on. */
function recover(window: BrowserWindow, log: (line: string) => void): void {
  const contents = window.webContents;
  let lastDeath = -Infinity;
  let asking = false;

  const ask = async (message: string, choice: string, other: string) => {
    if (asking) return;
    asking = true;
    const detail = "Your practice is not affected: messages go on being received, held and answered.";
    const { response } = await dialog.showMessageBox({
      type: "info",
      message,
      detail,
      buttons: [choice, other],
      defaultId: 0,
      cancelId: 1,
    });
    asking = false;
    if (response === 0) contents.reload();
  };

  contents.on("render-process-gone", (_event, { reason, exitCode }) => {
    if (reason === "clean-exit") return;
    log(`page gone: ${reason} ${exitCode}`);
    const again = performance.now() - lastDeath < soon;
    lastDeath = performance.now();
    if (again) void ask("The window has stopped twice", "Open it again", "Leave it");
    else contents.reload();
  });
  window.on("unresponsive", () => {
    log("page does not respond");
    void ask("The window does not respond", "Load it again", "Wait");
  });
}

function load(window: BrowserWindow, path: string, log: (line: string) => void): void {
  window.loadURL(`${home}${path}`).catch(() => log(`page not loaded: ${path}`));
}

function isOnAScreen(bounds: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(bounds);
  const across = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
  const down = Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y);
  // Enough of it to see and to drag.
  return across > 200 && down > 100;
}

const fitting = (wished: { width: number; height: number }, space: { width: number; height: number }) => ({
  width: Math.min(wished.width, space.width),
  height: Math.min(wished.height, space.height),
});
