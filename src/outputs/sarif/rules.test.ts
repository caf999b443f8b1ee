import { describe, expect, it } from 'vitest';
import { buildCheck } from '../report-builder.ts';
import { ruleOf } from './rules.ts';

describe('ruleOf', () => {
  it('holds the words of a check', () => {
    expect(ruleOf(buildCheck())).toEqual({
      id: 'privileged-container',
      name: 'PrivilegedContainer',
      shortDescription: { text: 'Container runs privileged' },
      fullDescription: { text: 'Whoever takes over the process owns the node.' },
      help: {
        text: 'Why: Whoever takes over the process owns the node.\nWhat to do: Remove it.\nThe fix changes behaviour: the process loses devices\nControls: CIS 5.2.2, PSS baseline',
        markdown:
          '**Why:** Whoever takes over the process owns the node.\n\n**What to do:** Remove it.\n\n**The fix changes behaviour:** the process loses devices\n\n**Controls:** CIS 5.2.2, PSS baseline',
      },
      defaultConfiguration: { level: 'error' },
      properties: {
        tags: ['security', 'kubernetes'],
        precision: 'high',
        'security-severity': '8.0',
        controls: ['CIS 5.2.2', 'PSS baseline'],
      },
    });
  });

  it('says nothing of a fix and of controls where there are none', () => {
    expect(ruleOf(buildCheck({ fix: undefined, controls: [] }))).toEqual({
      id: 'privileged-container',
      name: 'PrivilegedContainer',
      shortDescription: { text: 'Container runs privileged' },
      fullDescription: { text: 'Whoever takes over the process owns the node.' },
      help: {
        text: 'Why: Whoever takes over the process owns the node.\nWhat to do: Remove it.',
        markdown: '**Why:** Whoever takes over the process owns the node.\n\n**What to do:** Remove it.',
      },
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['security', 'kubernetes'], precision: 'high', 'security-severity': '8.0' },
    });
  });

  it('says that a fix is safe', () => {
    expect(ruleOf(buildCheck({ fix: { effect: 'safe', because: 'so it is' }, controls: [] }))).toEqual(
      expect.objectContaining({
        help: {
          text: 'Why: Whoever takes over the process owns the node.\nWhat to do: Remove it.\nThe fix is safe: so it is',
          markdown:
            '**Why:** Whoever takes over the process owns the node.\n\n**What to do:** Remove it.\n\n**The fix is safe:** so it is',
        },
      }),
    );
  });

  it.each([
    ['critical', 'error', '9.5'],
    ['high', 'error', '8.0'],
    ['medium', 'warning', '5.5'],
    ['low', 'note', '2.5'],
  ] as const)('of severity %s has the level %s and the score %s', (severity, level, score) => {
    expect(ruleOf(buildCheck({ severity, controls: [] }))).toEqual(
      expect.objectContaining({
        defaultConfiguration: { level },
        properties: { tags: ['security', 'kubernetes'], precision: 'high', 'security-severity': score },
      }),
    );
  });

  it.each([
    ['host-pid', 'HostPid'],
    ['tls-1-2', 'Tls12'],
    ['x', 'X'],
  ])('names %s %s', (id, name) => {
    expect(ruleOf(buildCheck({ id }))).toEqual(expect.objectContaining({ id, name }));
  });
});
