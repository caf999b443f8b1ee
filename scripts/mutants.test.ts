import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runMutants } from './mutants.ts';

const sources = pathToFileURL(join(dirname(import.meta.dirname), 'src')).href;

/** A check with this logic, whose examples are a pod with hostPID and one without. */
function checkSource(evaluate: string): string {
  return `import { defineCheck } from '${sources}/core/check.ts';
import { workload } from '${sources}/kubernetes/workload.ts';
const pod = (spec: string): string => 'apiVersion: v1\\nkind: Pod\\nmetadata:\\n  name: web\\nspec: ' + spec + '\\n';
export default defineCheck({
  id: 'sample', on: workload, severity: 'low', title: 'Sample', why: 'It is.', advice: 'Do.',
  messages: { shared: 'it is shared' },
  evaluate(judged, report) {
${evaluate}
  },
});
export const examples = { pass: [pod('{ hostPID: false }')], fail: [{ yaml: pod('{ hostPID: true }'), at: '5:18', message: 'it is shared' }] };
`;
}

// Workers take a while to start on a busy machine.
const limit = { timeout: 120_000 };

describe('runMutants', limit, () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mutants-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  async function run(evaluate: string, timeoutMilliseconds = 60_000) {
    const file = join(folder, 'sample.ts');
    await writeFile(file, checkSource(evaluate));
    const [result] = await runMutants([file], { workers: 1, timeoutMilliseconds });
    const mutants = result?.mutants.map(({ mutant, fault }) => [mutant.what, fault]);
    return { id: result?.id, broken: result?.broken, mutants };
  }

  it('tells what noticed each mutant, and which survive', async () => {
    const { id, broken, mutants } = await run(
      "if (judged.pod['hostPID'] === true || judged.containers.length > 7) report.fail('shared', judged.at('hostPID'));",
    );
    expect({ id, broken }).toEqual({ id: 'sample', broken: undefined });
    expect(mutants).toContainEqual([
      "=== becomes !== in judged.pod['hostPID'] === true",
      'pass example 1: the verdict on workload Pod default/web is fail: it is shared',
    ]);
    expect(mutants).toContainEqual([
      "deletes report.fail('shared', judged.at('hostPID'));",
      'fail example 1: no verdict is fail',
    ]);
    expect(mutants?.filter(([, fault]) => fault === undefined)).toEqual([
      ['> becomes >= in judged.containers.length > 7', undefined],
    ]);
  });

  it('takes a mutant that does not come to an end for noticed', async () => {
    const { mutants } = await run(
      `    for (let turn = 0; ; turn += 1) {
      if (turn === 3) break;
    }
    if (judged.pod['hostPID'] === true) report.fail('shared', judged.at('hostPID'));`,
      3_000,
    );
    expect(mutants).toContainEqual(['deletes break;', 'not at an end after 3000 ms']);
    expect(mutants).toContainEqual([
      "deletes report.fail('shared', judged.at('hostPID'));",
      'fail example 1: no verdict is fail',
    ]);
  });

  it('takes a mutant that fills the memory for noticed', async () => {
    const { mutants } = await run(
      `    const filled: number[][] = [];
    while (judged.pod['hostPID'] === 'never') filled.push(new Array(500_000).fill(0));
    if (judged.pod['hostPID'] === true) report.fail('shared', judged.at('hostPID'));`,
    );
    expect(mutants).toContainEqual([
      "=== becomes !== in judged.pod['hostPID'] === 'never'",
      'Worker terminated due to reaching memory limit: JS heap out of memory',
    ]);
  });

  it('judges no mutant of a check whose own examples fail', async () => {
    const { broken, mutants } = await run("report.fail('shared', judged.at('hostPID'));");
    expect(broken).toBe(
      'its examples fail without a mutant: pass example 1: the verdict on workload Pod default/web is fail: it is shared',
    );
    expect(mutants).toEqual([]);
  });

  it('says of a check that is defined elsewhere that it does not find its logic', async () => {
    const file = join(folder, 'sample.ts');
    const logic = "if (judged.pod['hostPID'] === true) report.fail('shared', judged.at('hostPID'));";
    await writeFile(
      file,
      checkSource(logic).replace('export default define', 'const check = define') + 'export default check;\n',
    );
    const [result] = await runMutants([file], { workers: 1, timeoutMilliseconds: 60_000 });
    expect(result?.broken).toBe('it exports no defineCheck({ … evaluate … }) by default');
  });
});
