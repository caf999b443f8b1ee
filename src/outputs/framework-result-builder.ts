import type { Control, Framework } from '../core/framework.ts';
import { type CheckEvidence, type FrameworkResult, frameworkResult } from '../core/framework-results.ts';

/**
 * A framework for tests of outputs, with a control for each way to come out, for a report of so many subjects: the first
 * fails and is unknown, the last is accepted. Every text that may be anything is `text`, if one is given.
 */
export function buildFrameworkResult(subjects: number, text?: string): FrameworkResult {
  const pages = new Map<string, CheckEvidence>();
  const nothing = { failed: [], accepted: [], unknown: [], skipped: [], passed: 0, notApplicable: 0 };
  if (subjects > 0) {
    const missing = [{ what: text ?? 'no image', hint: text ?? 'pull it' }];
    const check = 'user-unknown';
    pages.set('privileged-container', { ...nothing, check: 'privileged-container', failed: [0] });
    pages.set('host-pid', { ...nothing, check: 'host-pid', accepted: [subjects - 1] });
    pages.set(check, { ...nothing, check, unknown: [{ subject: 0, missing }], passed: 1 });
  }
  pages.set('never', { ...nothing, check: 'never', notApplicable: 2 });
  const framework = frameworkOf(text);
  const evidence = { note() {}, move() {}, of: (id: string) => pages.get(id) };
  return frameworkResult(framework, { evidence, isCheck: isPresent, unread: [] });
}

function isPresent(check: string): boolean {
  return check !== 'absent';
}

function frameworkOf(text: string | undefined): Framework {
  const words = { reason: text ?? 'Some is left.', byHand: text ?? 'Look at it.' };
  const section = text ?? '1 pods';
  function checked(id: string, ...checks: readonly [string, ...string[]]): Control {
    return { id, name: text ?? `name of ${id}`, ...words, answers: 'part', answeredBy: 'checks', checks };
  }
  return {
    id: 'house',
    name: text ?? 'House',
    title: text ?? 'Rules of the house',
    label: (control) => `House ${control}`,
    controls: [
      { ...checked('1.1', 'privileged-container', 'absent'), section },
      { ...checked('1.2', 'host-pid'), section },
      { ...checked('1.3', 'user-unknown'), section },
      checked('1.4', 'never'),
      {
        id: '2.1',
        name: text ?? 'name of 2.1',
        answeredBy: 'node inventory',
        inputs: ['PKI files', 'kubelet configuration'],
        answers: 'whole',
        reason: words.reason,
      },
      { id: '2.2', name: text ?? 'name of 2.2', answeredBy: 'manual', ...words },
    ],
  };
}
