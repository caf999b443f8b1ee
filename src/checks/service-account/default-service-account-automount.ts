import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { objectsOf } from '../../kubernetes/object.ts';

/** Namespaces in which no pods run. */
const EMPTY_NAMESPACES: readonly string[] = ['kube-public', 'kube-node-lease'];

export default defineCheck({
  id: 'default-service-account-automount',
  on: objectsOf('ServiceAccount'),
  severity: 'low',
  title: 'Default ServiceAccount gives its token to every pod',
  why: 'Pods that name no account, and so never asked for one, carry a token that a thief can use.',
  advice: 'Set automountServiceAccountToken to false on the default ServiceAccount.',
  messages: { mounted: 'pods of "{namespace}" that name no account receive its token' },
  evaluate(judged, report) {
    if (judged.name !== 'default' || EMPTY_NAMESPACES.includes(judged.namespace ?? '')) return;
    if (judged.content['automountServiceAccountToken'] === false) return;
    report.fail('mounted', judged.at('automountServiceAccountToken'), { namespace: judged.namespace ?? '' });
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'pods that call the API as the default account, and do not ask for its token, no longer find it',
    edits: (edit, finding) => edit.set(finding.at, false),
  },
});

function account(name: string, namespace: string, fields = ''): string {
  return `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
  namespace: ${namespace}
${fields}`;
}

const message = 'pods of "shop" that name no account receive its token';

export const examples: CheckExamples = {
  pass: [
    account('default', 'shop', 'automountServiceAccountToken: false\n'),
    account('web', 'shop', 'automountServiceAccountToken: true\n'),
    account('default', 'kube-public'),
    account('default', 'kube-node-lease'),
  ],
  fail: [
    {
      yaml: account('default', 'shop'),
      at: '1:1',
      message,
      fixed: account('default', 'shop', 'automountServiceAccountToken: false\n'),
    },
    {
      yaml: account('default', 'shop', 'automountServiceAccountToken: true # for now\n'),
      at: '6:31',
      message,
      fixed: account('default', 'shop', 'automountServiceAccountToken: false # for now\n'),
    },
  ],
};
