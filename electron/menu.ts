import { app, Menu, type MenuItemConstructorOptions, type WebContents } from "electron";

/** The app's menu: what a person expects of every program, with its keys. Hidden on Windows and Linux until Alt is pressed. */
export function appMenu(closeWindow: () => void): Menu {
  const mac = process.platform === "darwin";
  const file: MenuItemConstructorOptions = {
    label: mac ? app.name : "&File",
    submenu: [
      ...(mac ? appleItems : []),
      { label: "Close window", accelerator: "CommandOrControl+W", click: closeWindow },
      { label: "Quit Between Sessions", accelerator: "CommandOrControl+Q", click: () => app.quit() },
    ],
  };
  return Menu.buildFromTemplate([
    file,
    { role: "editMenu" },
    {
      label: "&View",
      submenu: [
        { role: "zoomIn" },
        { role: "zoomOut" },
        { role: "resetZoom" },
        ...(app.isPackaged ? [] : ([{ type: "separator" }, { role: "reload" }, { role: "toggleDevTools" }] as const)),
      ],
    },
  ]);
}

const appleItems: MenuItemConstructorOptions[] = [
  { role: "hide" },
  { role: "hideOthers" },
  { role: "unhide" },
  { type: "separator" },
];

/** Cut, copy and paste by the right mouse button, where there is something to cut, copy or paste. */
export function offerEditing(contents: WebContents): void {
  contents.on("context-menu", (_event, { editFlags, isEditable, selectionText }) => {
    if (!isEditable && selectionText === "") return;
    Menu.buildFromTemplate([
      { role: "cut", enabled: editFlags.canCut },
      { role: "copy", enabled: editFlags.canCopy },
      { role: "paste", enabled: editFlags.canPaste },
      { type: "separator" },
      { role: "selectAll", enabled: editFlags.canSelectAll },
    ]).popup();
  });
}
