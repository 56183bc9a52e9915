import type { ComputerVault } from "../practice/door-keeper.ts";

/** A browser has no keychain to offer. */
export const noVault: ComputerVault = {
  available: async () => ({ ok: false, reason: "Unlocking with this computer is offered in the desktop app only." }),
  seal: () => Promise.reject(new Error("There is no keychain here.")),
  open: () => Promise.reject(new Error("There is no keychain here.")),
};
