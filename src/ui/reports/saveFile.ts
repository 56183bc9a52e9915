interface MadeFile {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

/** Hands a file to the browser or the window, which asks where to keep it or puts it among the downloads. */
export function saveFile({ name, type, base64 }: MadeFile): void {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download holds the content by then; the address is only a name for it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
