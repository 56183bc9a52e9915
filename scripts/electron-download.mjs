/**
 * Fetches Electron's archive into its download cache, where `electron/install.js` finds it. Started by
 * electron-program.mjs on the project's Node; one line on standard output says what went wrong.
 */
import { createRequire } from "node:module";

/** No byte for this long means there is no way to the server. */
const longestSilence = 20_000;
const longestDownload = 15 * 60_000;

const fromElectron = createRequire(createRequire(import.meta.url).resolve("electron/package.json"));
const { downloadArtifact } = await import(fromElectron.resolve("@electron/get"));

const silence = new AbortController();
const giveUp = () => silence.abort(new Error(`no answer for ${longestSilence / 1000} seconds`));
let timer = setTimeout(giveUp, longestSilence);

try {
  await downloadArtifact({
    version: fromElectron("./package.json").version,
    artifactName: "electron",
    cacheRoot: process.env.electron_config_cache,
    checksums: fromElectron("./checksums.json"),
    platform: process.platform,
    arch: process.arch,
    downloadOptions: {
      quiet: true,
      signal: AbortSignal.any([silence.signal, AbortSignal.timeout(longestDownload)]),
      getProgressCallback: async () => {
        clearTimeout(timer);
        timer = setTimeout(giveUp, longestSilence);
      },
    },
  });
} catch (fault) {
  console.log([fault.message, fault.cause?.code ?? fault.cause?.message].filter(Boolean).join(": "));
  process.exitCode = 1;
} finally {
  clearTimeout(timer);
}
