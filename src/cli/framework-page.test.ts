import { describe, expect, it } from 'vitest';
import type { Framework } from '../core/framework.ts';
import { toyCheck, toyControl, toyFramework } from '../core/toy-world.ts';
import { frameworkPage } from './framework-page.ts';
import { frameworkTree } from './framework-tree.ts';

const framework: Framework = toyFramework([
  { ...toyControl('1', ['lid', 'absent', 'image-signature-missing']), section: 'boxes' },
  {
    id: '2',
    name: 'shelf',
    section: 'rooms',
    answeredBy: 'node inventory',
    inputs: ['PKI files', 'cloud account'],
    answers: 'whole',
    reason: 'It is seen.',
  },
  { id: '3', name: 'play', section: 'boxes', answeredBy: 'manual', reason: 'It is fun.', byHand: 'Play.' },
]);
const tree = frameworkTree(framework, [toyCheck('lid', { optIn: true, title: 'Lid is loose' })]);

describe('frameworkTree', () => {
  it('counts who answers, and groups by section', () => {
    expect(tree.counts).toEqual({ controls: 3, byChecks: 1, whole: 0, part: 1, byNodeInventory: 1, manual: 1 });
    expect(tree.sections.map(({ title, controls }) => [title, controls.map(({ id }) => id)])).toEqual([
      ['boxes', ['1', '3']],
      ['rooms', ['2']],
    ]);
  });

  it('tells checks that are opt-in, with images, or not there', () => {
    expect(tree.sections[0]?.controls[0]?.checks).toEqual([
      { id: 'lid', severity: 'medium', title: 'Lid is loose', optIn: true, withImages: false },
      { id: 'absent', severity: null, title: null, optIn: false, withImages: false },
      { id: 'image-signature-missing', severity: null, title: null, optIn: false, withImages: true },
    ]);
  });
});

describe('frameworkPage', () => {
  it('says all that is known of each control', () => {
    expect(frameworkPage(tree, ({ id }) => `<${id}>`)).toBe(
      [
        '# Rules of toys',
        '`toys` · 3 controls: 1 by checks (0 whole, 1 in part), 1 by the node inventory, 1 by a person',
        'Whole: a pass leaves nothing for a person to look at. Part: it leaves what stands under "by hand".',
        '## boxes',
        '### 1: name of 1',
        '**Part**, by checks. Toys break.',
        '- <lid> (medium, opt-in): Lid is loose\n' +
          '- <absent> (not in this version)\n' +
          '- <image-signature-missing> (with images, not in this version)',
        'By hand: Shake it.',
        '### 3: play',
        '**Manual.** It is fun.',
        'By hand: Play.',
        '## rooms',
        '### 2: shelf',
        '**Whole**, by the node inventory (PKI files, cloud account); unknown in a scan of objects. It is seen.',
        '',
      ]
        .join('\n\n')
        .replace(/\n\n$/, '\n'),
    );
  });

  it('needs no sections', () => {
    const page = frameworkPage(frameworkTree(toyFramework([toyControl('1', ['lid'])]), []), ({ id }) => id);
    expect(page.split('\n\n').filter((block) => block.startsWith('#'))).toEqual(['# Rules of toys', '## 1: name of 1']);
  });
});
