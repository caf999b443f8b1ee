import { describe, expect, it } from 'vitest';
import { runExample } from '../../check-tester/example-run.ts';
import check from './api-version-removed.ts';

describe('api-version-removed', () => {
  it('says that nothing follows a kind that ended', () => {
    const yaml = 'apiVersion: policy/v1beta1\nkind: PodSecurityPolicy\nmetadata:\n  name: strict\n';
    expect(runExample(check, { yaml }).findings.map(({ message }) => message)).toEqual([
      'PodSecurityPolicy of policy/v1beta1 is gone since Kubernetes 1.25: nothing follows it',
    ]);
  });

  it('names the client that still writes a stored object by the old version', () => {
    const yaml = `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
  uid: 5f0c1c0e-0000-4000-8000-000000000001
  managedFields:
    - manager: deployer
      apiVersion: batch/v1beta1
`;
    const [finding, ...others] = runExample(check, { yaml }).findings;
    expect(others).toEqual([]);
    expect(finding?.path).toBe('metadata.managedFields[0].apiVersion');
    expect(finding?.locations[0]).toMatchObject({ line: 8, column: 19 });
  });
});
