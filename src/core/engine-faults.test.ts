import { describe, expect, it } from 'vitest';
import { boxView, outcomeOf } from './toy-outcome.ts';
import { drawer } from './toy-world.ts';
import { recordingView, UnknownValue } from './unknown-value.ts';

describe('a check that crashes', () => {
  it('is unknown, and says why', () => {
    const outcome = outcomeOf(() => {
      throw new TypeError('judged.lid is undefined');
    });
    expect(outcome).toMatchObject({
      verdict: 'unknown',
      failures: [],
      missing: [{ what: 'the check failed: judged.lid is undefined' }],
      crash: 'judged.lid is undefined',
    });
  });

  it('keeps the failures before the crash', () => {
    const outcome = outcomeOf((judged, report) => {
      report.fail('wrong', judged.anchor);
      throw new TypeError('boom');
    });
    expect(outcome).toMatchObject({ verdict: 'fail', crash: 'boom' });
    expect(outcome.failures).toHaveLength(1);
  });

  it('is unknown even if it said before that it does not apply', () => {
    const outcome = outcomeOf((_judged, report) => {
      report.notApplicable();
      throw new TypeError('boom');
    });
    expect(outcome.verdict).toBe('unknown');
  });

  it('may throw what is no error', () => {
    const thrown: unknown = 'a text';
    const outcome = outcomeOf(() => {
      throw thrown;
    });
    expect(outcome).toMatchObject({ verdict: 'unknown', crash: 'a text' });
  });
});

describe('a check that reads an unknown value', () => {
  const content = recordingView({ lid: new UnknownValue('the variable lid is not set'), drawers: [{ name: 'a' }] });
  const view = boxView({ content });
  const lidMissing = { what: 'lid is not known: the variable lid is not set' };

  it('is unknown where it would have passed', () => {
    const outcome = outcomeOf(() => void view.resource.content['lid'], view);
    expect(outcome).toMatchObject({ verdict: 'unknown', missing: [lidMissing], crash: undefined });
  });

  it('is unknown where it said that it does not apply', () => {
    const outcome = outcomeOf((_judged, report) => {
      report.notApplicable();
      void view.resource.content['lid'];
    }, view);
    expect(outcome).toMatchObject({ verdict: 'unknown', missing: [lidMissing] });
  });

  it('stays failed, and keeps what is missing', () => {
    const outcome = outcomeOf((judged, report) => {
      report.fail('wrong', judged.anchor);
      void view.resource.content['lid'];
    }, view);
    expect(outcome).toMatchObject({ verdict: 'fail', missing: [lidMissing] });
  });

  it('passes where it reads something else', () => {
    expect(outcomeOf(() => void view.resource.content['drawers'], view).verdict).toBe('pass');
  });

  it('is unknown if the parts themselves are not known', () => {
    const unknownDrawers = boxView({ content: recordingView({ drawers: new UnknownValue('redacted') }) });
    expect(outcomeOf(() => {}, unknownDrawers, { each: drawer })).toMatchObject({
      verdict: 'unknown',
      missing: [{ what: 'drawers is not known: redacted' }],
      crash: undefined,
    });
  });
});
