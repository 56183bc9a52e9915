import { basename } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { defineConfig } from "vitest/config";

/** The tests that `npm run mutation` asks: the pure ones, which answer in milliseconds. */
process.env["TZ"] ??= "Pacific/Chatham";

/**
 * A change is noticed by the first test that fails, and the others are not asked any more. So those of the changed file's
 * own name come first: `phrases.test.ts` for `gate/phrases/reading.ts`. Which ones are asked stays the same.
 */
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const changed = (this.ctx.config.related ?? []).flatMap((file) => file.replace(/\.ts$/, "").split(/[/\\]/));
    const isNear = ({ moduleId }: TestSpecification) => changed.includes(basename(moduleId, ".test.ts"));
    const sorted = await super.sort(files);
    return [...sorted.filter(isNear), ...sorted.filter((file) => !isNear(file))];
  }
}

export default defineConfig({
  test: {
    include: ["tests/unit/{gate,replies,replay}/**/*.test.ts", "tests/unit/domain/{leaving,field-decisions}.test.ts"],
    // Hundreds of policies each; what they would notice, an example beside them notices too.
    exclude: ["tests/unit/gate/{triage,phrases-properties}.test.ts"],
    setupFiles: ["tests/mutation/only-fast-tests.ts"],
    sequence: { sequencer: NearestFirst },
    testTimeout: 30_000,
    // Each change gets a process's modules of its own anyway.
    isolate: false,
  },
});
