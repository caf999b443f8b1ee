import { describe, expect, it } from 'vitest';
import { asList, asObject } from '../../core/json.ts';
import { assessedReport, fullReport } from '../contract-reports.ts';
import { parsedObject, sarifFaults, writtenBy } from '../output-contract.ts';
import sarif from '../sarif.ts';

function runOf(report: ReturnType<typeof fullReport>) {
  const log = parsedObject(writtenBy(sarif, report).text);
  expect(sarifFaults(log)).toEqual([]);
  return asObject(asList(log['runs'])[0]);
}

const run = runOf(assessedReport());
const driver = asObject(asObject(run['tool'])['driver']);

describe('the SARIF output of frameworks', () => {
  it('has a taxonomy for each, with how its controls came out', () => {
    const [taxonomy] = asList(run['taxonomies']).map(asObject);
    const { taxa, ...head } = taxonomy ?? {};
    expect(head).toEqual({
      name: 'house',
      fullName: 'Rules of the house',
      shortDescription: { text: 'House' },
      isComprehensive: true,
      properties: {
        counts: { controls: 6, pass: 1, passWithExceptions: 1, fail: 1, unknown: 2, manual: 1, notApplicable: 1 },
      },
    });
    const verdicts = asList(taxa).map((taxon) => asObject(asObject(taxon)['properties'])['verdict']);
    expect(verdicts).toEqual(['fail', 'pass', 'unknown', 'not-applicable', 'unknown', 'manual']);
    expect(asList(taxa)[0]).toEqual({
      id: '1.1',
      shortDescription: { text: 'name of 1.1' },
      fullDescription: { text: 'Some is left.' },
      help: { text: 'Look at it.' },
      properties: {
        section: '1 pods',
        answeredBy: 'checks',
        answers: 'part',
        inputs: [],
        verdict: 'fail',
        withExceptions: false,
        missing: ['not in this version: absent'],
        checks: [
          {
            check: 'privileged-container',
            failed: 1,
            accepted: 0,
            unknown: 0,
            skipped: 0,
            passed: 0,
            notApplicable: 0,
          },
        ],
      },
    });
  });

  it('relates each rule to the controls that it answers', () => {
    expect(driver['supportedTaxonomies']).toEqual([{ name: 'house', index: 0 }]);
    const relationships = asList(driver['rules']).map((rule) => [
      asObject(rule)['id'],
      asObject(rule)['relationships'],
    ]);
    const toolComponent = { name: 'house', index: 0 };
    expect(relationships).toEqual([
      ['host-pid', [{ target: { id: '1.2', index: 1, toolComponent }, kinds: ['relevant'] }]],
      ['privileged-container', [{ target: { id: '1.1', index: 0, toolComponent }, kinds: ['relevant'] }]],
      ['runs-as-root', undefined],
    ]);
  });

  it('says nothing of frameworks that were not asked for', () => {
    const plain = runOf(fullReport());
    expect(plain['taxonomies']).toBeUndefined();
    expect(asObject(asObject(plain['tool'])['driver'])['supportedTaxonomies']).toBeUndefined();
  });
});
