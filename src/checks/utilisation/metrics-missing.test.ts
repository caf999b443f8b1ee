import { expect, it } from 'vitest';
import { runExample } from '../../check-tester/example-run.ts';
import metricsMissing from './metrics-missing.ts';

it('leaves nodes out where nothing is measured at all', () => {
  const yaml = `apiVersion: v1
kind: Node
metadata:
  name: node-1
status:
  conditions:
    - { type: Ready, status: "True", lastTransitionTime: "2025-01-01T00:00:00Z" }
`;
  const { subjects } = runExample(metricsMissing, { yaml, complete: true });
  expect(subjects.map(({ subject, verdict }) => [subject.split(' ')[1], verdict])).toEqual([
    ['Node', 'not-applicable'],
    ['Cluster', 'fail'],
  ]);
});
