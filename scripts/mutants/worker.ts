// Judges the examples of a check by mutants of it, one after another, and tells after each whether they noticed.
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { exampleFaults } from '../../src/check-tester/example-faults.ts';
import { checkFileOf } from '../../src/check-tester/load-checks.ts';
import type { CheckExamples } from '../../src/core/check.ts';
import type { Question } from './court.ts';

const examplesOf = new Map<string, CheckExamples>();
let mutated = { url: '', source: '' };
let count = 0;

// A mutant takes the place of its check's file under an address of its own, so that its imports lead where they did.
registerHooks({
  load(url, context, nextLoad) {
    if (url !== mutated.url) return nextLoad(url, context);
    return { format: 'module-typescript', source: mutated.source, shortCircuit: true };
  },
});

/** The first fault that the examples find in the mutant, or why it cannot even be loaded; empty if they find none. */
async function faultOf({ file, source }: Question): Promise<string> {
  const address = pathToFileURL(file).href;
  const examples = examplesOf.get(file) ?? checkFileOf(file, await importModule(address)).examples;
  examplesOf.set(file, examples);
  count += 1;
  mutated = { url: `${address}?mutant=${count}`, source };
  try {
    const { check } = checkFileOf(file, await importModule(mutated.url));
    for (const fault of exampleFaults(check, examples)) return fault;
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function importModule(address: string): Promise<unknown> {
  const module: unknown = await import(address);
  return module;
}

parentPort?.on('message', (question: Question) => {
  void faultOf(question).then((fault) => parentPort?.postMessage(fault, []));
});
parentPort?.postMessage('ready', []);
