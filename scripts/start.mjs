/**
 * `npm start`: installs what is missing, builds what is stale, and runs the app. Plain JavaScript for Node 20, because
 * it is what brings the Node and the packages that the rest is written for.
 *
 *   npm start                      the app: in its own window where there is one, else for a browser
 *   npm start -- --browser         without Electron, for a browser
 *   npm start -- --data DIR        keep the practice in DIR; this and all else is passed on to the app
 */
import { isAbsolute, join, resolve } from "node:path";
import { buildWhenStale, product } from "./build.mjs";
import { findElectron, hasDisplay, runByRoot, sandboxArguments, shellEnvironment } from "./electron-program.mjs";
import { installDependencies } from "./install.mjs";
import { end, endChildrenOnSignals, start, toldToStop } from "./processes.mjs";
import { projectNode, root, runScript, say, Stop, withProjectTools } from "./project.mjs";

await runScript(async () => {
  const asked = process.argv.slice(2);
  const forBrowser = asked.includes("--browser");
  const passedOn = whereItWasTyped(asked.filter((argument) => argument !== "--browser"));

  endChildrenOnSignals();
  await installDependencies();
  await buildWhenStale(product);
  const { app, explanation } = await choose(forBrowser, passedOn);
  if (toldToStop()) return 130;
  say(explanation);

  const status = await end(app());
  if (!toldToStop()) return status;
  if (status === 137) throw new Stop("The app did not end by itself and was ended the hard way.");
  return [0, 130, 143].includes(status) ? 0 : status;
});

/** Which of its two shapes the app takes here, and why. */
async function choose(forBrowser, passedOn) {
  const host = () =>
    start(projectNode, [join(root, "src/host/main.ts"), ...passedOn], {
      cwd: root,
      env: withProjectTools(),
      // The channel tells the host when this script is gone, however it went.
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
  if (forBrowser) return { app: host, explanation: "Between Sessions runs for your browser, as asked." };
  if (!hasDisplay()) {
    return { app: host, explanation: "There is no display here, so Between Sessions runs for a browser." };
  }
  const electron = await findElectron(Date.now());
  if (electron.program === null) {
    return { app: host, explanation: `${electron.reason}. Between Sessions runs for your browser instead.` };
  }
  const note = runByRoot ? " Started by root, it runs without Chromium's sandbox." : "";
  return {
    app: () =>
      start(electron.program, [...sandboxArguments, root, ...passedOn], { cwd: root, env: shellEnvironment() }),
    explanation: `Between Sessions runs in its own window (Electron ${electron.version}).${note}`,
  };
}

/** npm moves to the project's folder; a relative `--data` was meant from where the command was typed. */
function whereItWasTyped(passedOn) {
  const from = process.env.INIT_CWD ?? process.cwd();
  return passedOn.map((argument, index) => {
    if (argument.startsWith("--data=")) return `--data=${resolve(from, argument.slice("--data=".length))}`;
    if (passedOn[index - 1] === "--data" && !isAbsolute(argument)) return resolve(from, argument);
    return argument;
  });
}
