import { describe, expect, it } from 'vitest';
import { temporaryTree } from '../../sources/files/temporary-tree.ts';
import { outputValue, parseOutputHere } from './config-output.ts';

describe('an output of a configuration', () => {
  it('is a format, or a file in its folder', () => {
    using tree = temporaryTree({ 'out/': '' });
    expect(outputValue('pretty', tree.root)).toBe('pretty');
    expect(outputValue('json=-', tree.root)).toBe('json=-');
    expect(outputValue('json=out/a.json', tree.root)).toBe(`json=${tree.path('out/a.json')}`);
    expect(outputValue('json=absent/a.json', tree.root)).toBe(`json=${tree.path('absent/a.json')}`);
  });

  it.each(['json=/etc/a.json', 'json=../a.json', 'json=out/../../a.json', 'json=.git/hooks/a', 'json=..'])(
    'is not %s',
    (value) => {
      expect(() => parseOutputHere(value)).toThrow(/ lies outside of the folder of the configuration$/);
    },
  );

  it.each(['json=led/a.json', 'json=a.json'])('is not %s, which a link leads out', (value) => {
    using outside = temporaryTree({ 'a.json': '' });
    using tree = temporaryTree({ led: `-> ${outside.root}`, 'a.json': `-> ${outside.path('a.json')}` });
    expect(() => outputValue(value, tree.root)).toThrow(/^a link leads .* out of the folder of the configuration$/);
  });
});
