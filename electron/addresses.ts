/** The screens' own address. */
export const home = "app://between";

/** Is it an address of our own screens? */
export function isOurs(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === "app:" && url.host === "between";
}

/**
 * The address to give to the system's browser or mail program, or null for one that is given to nobody: only https
 * without a password in it, and mailto.
 */
export function outsideAddress(address: string): string | null {
  const url = URL.parse(address);
  if (url === null) return null;
  if (url.protocol === "mailto:") return url.href;
  return url.protocol === "https:" && url.username === "" && url.password === "" ? url.href : null;
}

/** What the window may load: our screens and what they make in memory. Everything else is the network's. */
export function staysInside(address: string): boolean {
  return isOurs(address) || /^(data|blob|devtools):/.test(address);
}

/** Is it a file that our screens made in memory? */
export const isOwnFile = (address: string): boolean => address.startsWith(`blob:${home}/`);
