import { describe, expect, it } from 'vitest';
import { listOption, textOption, UsageError } from './command.ts';

describe('the options of a command', () => {
  const options = { text: 'a', list: ['a', 'b'], flag: true, absent: undefined };

  it('are texts where a text was given', () => {
    expect(['text', 'list', 'flag', 'absent', 'other'].map((name) => textOption(options, name))).toEqual([
      'a',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are lists where a list was given, else empty', () => {
    expect(['text', 'list', 'flag', 'absent', 'other'].map((name) => listOption(options, name))).toEqual([
      [],
      ['a', 'b'],
      [],
      [],
      [],
    ]);
  });
});

describe('a usage error', () => {
  it('carries its hint', () => {
    const error = new UsageError('there is nothing to scan', 'name files');
    expect([error.name, error.message, error.hint, new UsageError('x').hint]).toEqual([
      'UsageError',
      'there is nothing to scan',
      'name files',
      undefined,
    ]);
  });
});
