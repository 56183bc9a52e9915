/**
 * A lint rule for the core: no clock, no randomness, no I/O. `now` is always an argument, so the same message and
 * the same policy give the same verdict today, tomorrow and in a replay.
 */
const readsTheClock = new Set(["Date.now", "performance.now", "Temporal.Now"]);
const random = new Set(["Math.random", "crypto.randomUUID", "crypto.getRandomValues"]);

const noAmbientTime = {
  meta: { type: "problem" },
  create(context) {
    const refuse = (node, what) =>
      context.report({ node, message: `${what} has no place in the core: take it as an argument.` });
    return {
      NewExpression(node) {
        if (node.callee.name === "Date" && node.arguments.length === 0) refuse(node, "new Date() without a value");
      },
      CallExpression(node) {
        if (node.callee.name === "Date") refuse(node, "Date()");
      },
      MemberExpression(node) {
        const name = `${node.object.name}.${node.property.name}`;
        if (readsTheClock.has(name)) refuse(node, `The clock (${name})`);
        if (random.has(name)) refuse(node, `Randomness (${name})`);
      },
    };
  },
};

export default { meta: { name: "pure-core" }, rules: { "no-ambient-time": noAmbientTime } };
