import { describe, expect, it } from 'vitest';
import { runExample } from '../../check-tester/example-run.ts';
import runsAsRoot from './runs-as-root.ts';

const yaml = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsUser: 0
  containers:
    - name: web
    - name: metrics
      securityContext:
        runAsUser: 0
`;

describe('runs-as-root', () => {
  it('is about the container, whichever field makes it root', () => {
    const { findings } = runExample(runsAsRoot, { yaml });
    expect(findings.map(({ path, fact }) => [path, fact.field])).toEqual([
      ['spec.securityContext.runAsUser', 'spec.containers[web]'],
      ['spec.containers[1].securityContext.runAsUser', 'spec.containers[metrics]'],
    ]);
  });
});
