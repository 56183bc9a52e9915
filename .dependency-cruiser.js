/**
 * Imports point one way (docs, "Shape"): ui -> api (types only), electron|host -> api -> practice -> store|channels ->
 * domain. Run by scripts/imports.mjs, which also makes sure that every file was really looked at.
 */
const layer = (names) => `^src/(${names})/`;
const library = (names) => `^(${names})$|node_modules/(${names})/`;

const mayImport = (name, from, allowed) => ({
  name,
  severity: "error",
  comment: `${from} imports only from ${allowed}`,
  from: { path: layer(from) },
  to: { path: "^(src|electron|tests|scripts)/", pathNot: layer(`${from}|${allowed}`) },
});

export default {
  forbidden: [
    {
      ...mayImport("domain-imports-nothing", "domain", "nothing"),
      to: { path: "^(src|electron|tests|scripts|resources)/", pathNot: layer("domain") },
    },
    {
      name: "domain-has-no-platform",
      severity: "error",
      comment: "the core is pure: neither Node nor a library that does I/O",
      from: { path: layer("domain") },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "domain-libraries",
      severity: "error",
      comment: "the core computes with values; these are the libraries that do nothing else",
      from: { path: layer("domain") },
      to: { path: "node_modules/", pathNot: library("rrule|temporal-polyfill|temporal-spec|zod") },
    },
    mayImport("store-below", "store", "channels|domain"),
    {
      name: "store-knows-only-contracts-of-channels",
      severity: "error",
      comment: "the store keeps a channel's account and how far it has read; it never runs one",
      from: { path: layer("store") },
      to: { path: layer("channels"), pathNot: "^src/channels/(channel|[^/]+/account)\\.ts$" },
    },
    mayImport("channels-below", "channels", "domain"),
    mayImport("practice-below", "practice", "store|channels|domain"),
    mayImport("api-below", "api", "practice|channels|domain"),
    mayImport("host-below", "host", "api|practice|store|channels|domain"),
    mayImport("ui-below", "ui", "api|domain"),
    {
      name: "ui-knows-only-types-of-the-api",
      severity: "error",
      comment: "the screens reach the practice over the wire, never by a call",
      from: { path: layer("ui") },
      to: { path: layer("api"), dependencyTypesNot: ["type-only"] },
    },
    {
      name: "ui-has-no-node",
      severity: "error",
      comment: "the window is sandboxed",
      from: { path: layer("ui") },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "tests-stay-outside",
      severity: "error",
      comment: "the product holds no test code, no test clock",
      from: { path: "^electron/" },
      to: { path: "^(tests|scripts|src/ui)/" },
    },
    {
      name: "electron-only-in-the-shell",
      severity: "error",
      from: { pathNot: "^electron/" },
      to: { path: library("electron") },
    },
    {
      name: "database-only-in-the-store",
      severity: "error",
      from: { pathNot: layer("store") },
      to: { path: library("better-sqlite3|better-sqlite3-multiple-ciphers|drizzle-orm") },
    },
    {
      name: "react-only-in-the-screens",
      severity: "error",
      from: { pathNot: layer("ui") },
      to: { path: library("react|react-dom|@mantine|@tanstack") },
    },
    {
      name: "resources-through-practice-and-api",
      severity: "error",
      from: { pathNot: layer("practice|api") },
      to: { path: "^resources/" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "everything-resolves", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    // Also what vanishes when compiled: a type is an import too.
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
