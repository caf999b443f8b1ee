import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { objectsOf } from '../../kubernetes/object.ts';

/** What OpenShift brings with it; who may use them is the question there. */
const builtIn: readonly string[] = ['privileged', 'node-exporter'];

export default defineCheck({
  id: 'scc-allow-privileged',
  on: objectsOf('security.openshift.io/SecurityContextConstraints'),
  severity: 'medium',
  title: 'SecurityContextConstraints allow privileged containers',
  why: 'Whoever may use them can take over the node by a pod.',
  advice: 'Set allowPrivilegedContainer to false, and leave privileged pods to the built-in constraints.',
  messages: { privileged: 'pods under these constraints may run privileged containers' },
  evaluate(judged, report) {
    if (judged.content['allowPrivilegedContainer'] !== true || builtIn.includes(judged.name)) return;
    report.fail('privileged', judged.at('allowPrivilegedContainer'));
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'pods with privileged containers are no longer admitted under these constraints',
    edits: (edit, finding) => edit.set(finding.at, false),
  },
});

function constraints(allowed: string, name = 'agents'): string {
  return `apiVersion: security.openshift.io/v1
kind: SecurityContextConstraints
metadata:
  name: ${name}
allowHostNetwork: true
allowPrivilegedContainer: ${allowed}
`;
}

export const examples: CheckExamples = {
  pass: [constraints('false'), ...builtIn.map((name) => constraints('true', name))],
  fail: [
    {
      yaml: constraints('true'),
      at: '6:27',
      message: 'pods under these constraints may run privileged containers',
      fixed: constraints('false'),
    },
  ],
};
