import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { serverFolder } from "./server.ts";

/** A key and a certificate for a host in PEM, made by openssl for this run. The certificate is its own authority. */
export function selfSigned(host = "localhost"): { readonly key: string; readonly cert: string } {
  const folder = serverFolder("certificate");
  try {
    const files = { key: join(folder.path, "key.pem"), cert: join(folder.path, "cert.pem") };
    const request = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "7", "-subj", `/CN=${host}`];
    const names = ["-addext", `subjectAltName=DNS:${host}`];
    execFileSync("openssl", [...request, ...names, "-keyout", files.key, "-out", files.cert], { stdio: "ignore" });
    return { key: readFileSync(files.key, "utf8"), cert: readFileSync(files.cert, "utf8") };
  } finally {
    folder.remove();
  }
}
