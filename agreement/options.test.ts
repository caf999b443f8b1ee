import { describe, expect, it } from 'vitest';
import { parseOptions } from './options.ts';

function parse(...words: string[]) {
  return parseOptions(words, '/given/corpora', '/here');
}

describe('parseOptions', () => {
  it('takes every corpus of the default folder', () => {
    expect(parse()).toEqual({ folder: '/given/corpora', only: undefined, json: false });
  });

  it('takes a folder from the working directory, names and the form', () => {
    expect(parse('--corpora', '../other', '--only', 'posture', '--only', 'rbac', '--json')).toEqual({
      folder: '/other',
      only: ['posture', 'rbac'],
      json: true,
    });
  });

  it('gives nothing when asked for help', () => {
    expect(parse('--help')).toBeUndefined();
  });

  it('refuses an empty folder, an unknown option and a word without one', () => {
    expect(() => parse('--corpora', '')).toThrow(new Error('--corpora is empty'));
    expect(() => parse('--fast')).toThrow("Unknown option '--fast'");
    expect(() => parse('posture')).toThrow("Unexpected argument 'posture'");
  });
});
