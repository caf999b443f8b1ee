import { describe, expect, it } from 'vitest';
import { toyCheck, toyControl, toyFramework } from '../core/toy-world.ts';
import { askedFrameworks, runsFor } from './asked-frameworks.ts';
import { UsageError } from './command.ts';

const frameworks = ['cis-1.12', 'nsa', 'pss-baseline', 'pss-restricted'].map((id) => ({ ...toyFramework([]), id }));

function asked(...values: string[]): string[] {
  return askedFrameworks(values, frameworks).map(({ id }) => id);
}

function refusal(value: string): { message: string; hint: string | undefined } | undefined {
  try {
    askedFrameworks([value], frameworks);
  } catch (error) {
    if (error instanceof UsageError) return { message: error.message, hint: error.hint };
  }
  return undefined;
}

describe('askedFrameworks', () => {
  it('reads lists and repetitions, in any case, each framework once', () => {
    expect(asked('nsa, CIS-1.12', 'pss-baseline', 'nsa')).toEqual(['cis-1.12', 'nsa', 'pss-baseline']);
  });

  it('takes all for every framework', () => {
    expect(asked('all', 'nsa')).toEqual(['cis-1.12', 'nsa', 'pss-baseline', 'pss-restricted']);
  });

  it('is empty where nothing is asked', () => {
    expect(asked()).toEqual([]);
  });

  it.each([
    ['nas', 'did you mean: nsa'],
    ['cis', 'did you mean: cis-1.12'],
    ['pss', 'did you mean: pss-baseline or pss-restricted'],
    ['constructor', 'frameworks: cis-1.12, nsa, pss-baseline, pss-restricted'],
    ['', 'frameworks: cis-1.12, nsa, pss-baseline, pss-restricted'],
  ])('does not know "%s"', (name, hint) => {
    expect(refusal(name)).toEqual({ message: `there is no framework "${name}"`, hint });
  });

  it('does not take a known name for an excuse', () => {
    expect(refusal('nsa,soc3')).toMatchObject({ message: 'there is no framework "soc3"' });
  });
});

describe('runsFor', () => {
  it('adds the opt-in checks that a framework names', () => {
    const checks = [toyCheck('on'), toyCheck('named', { optIn: true }), toyCheck('other', { optIn: true })];
    const framework = toyFramework([toyControl('1', ['named'])]);
    expect(checks.filter(runsFor([framework])).map(({ id }) => id)).toEqual(['on', 'named']);
    expect(checks.filter(runsFor([])).map(({ id }) => id)).toEqual(['on']);
  });
});
