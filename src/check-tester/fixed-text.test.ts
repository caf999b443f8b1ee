import { describe, expect, it } from 'vitest';
import { type Check, defineCheck } from '../core/check.ts';
import { container } from '../kubernetes/container.ts';
import { workload } from '../kubernetes/workload.ts';
import { fixedText } from './fixed-text.ts';
import { podWith, sampleCheck } from './sample-check.ts';

/** Wants every container to state its tty, and states it through the part that was judged. */
const statesTty = defineCheck({
  id: 'states-tty',
  on: workload,
  each: container,
  severity: 'low',
  title: 'Container does not state its tty',
  why: 'It is so.',
  advice: 'State it.',
  messages: { unset: 'does not state its tty' },
  evaluate(judged, report) {
    if (judged.content['tty'] === undefined) report.fail('unset', judged.at());
  },
  fix: {
    effect: 'safe',
    because: 'it is the default',
    edits: (edit, _finding, judged) => edit.set(judged.at('tty'), false),
  },
});

function fixed(check: Check, yaml: string): string {
  if (check.fix === undefined) throw new Error(`${check.id} has no fix`);
  return fixedText(check, check.fix, { yaml });
}

function listed(name: string): string {
  return `  - apiVersion: v1
    kind: Pod
    metadata:
      name: ${name}
    spec:
      containers:
        - name: web
`;
}

describe('fixedText', () => {
  it('hands each fix the part that the finding is about', () => {
    const yaml = podWith('containers:', '  - name: web # first', '  - name: proxy', '    tty: true', '  - name: log');
    expect(fixed(statesTty, yaml)).toBe(
      podWith(
        'containers:',
        '  - name: web # first',
        '    tty: false',
        '  - name: proxy',
        '    tty: true',
        '  - name: log',
        '    tty: false',
      ),
    );
  });

  it('finds objects in lists, whatever their order', () => {
    const yaml = `apiVersion: v1\nkind: List\nitems:\n${listed('one')}${listed('two')}`;
    expect(fixed(statesTty, `# first\n---\n${yaml}`)).toBe(
      `# first\n---\n${yaml.replaceAll('        - name: web\n', '        - name: web\n          tty: false\n')}`,
    );
  });

  it('gives back a text without findings as it is', () => {
    expect(fixed(statesTty, podWith('hostPID: true'))).toBe(podWith('hostPID: true'));
  });

  it('throws where the fix leaves the finding', () => {
    const idle: Check = { ...sampleCheck, fix: { effect: 'safe', because: 'it does nothing', edits: () => {} } };
    expect(() => fixed(idle, podWith('hostPID: true'))).toThrow(new Error('a fix leaves 1 of 1 findings'));
  });
});
