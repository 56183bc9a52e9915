import { systemClock } from "../src/practice/clock.ts";
import { startShell } from "./shell.ts";

/*
 * The desktop app.
 *   electron . [--data DIR]
 */
startShell({ clock: systemClock });
