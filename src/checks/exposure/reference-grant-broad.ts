import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject } from '../../core/json.ts';
import { objectsOf } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'reference-grant-broad',
  on: objectsOf('gateway.networking.k8s.io/ReferenceGrant'),
  severity: 'low',
  title: 'Grant covers every object of a kind',
  why: 'The other namespace may use every Secret or Service of this one, those of tomorrow included.',
  advice: 'Name the objects that may be referred to, one entry each.',
  messages: { every: 'it lets others refer to every {kind} of the namespace' },
  evaluate(judged, report) {
    for (const [index, entry] of asList(judged.spec['to']).entries()) {
      const { kind, name } = asObject(entry);
      if ((kind !== 'Secret' && kind !== 'Service') || (name !== undefined && name !== null && name !== '')) continue;
      report.fail('every', judged.at('spec', 'to', index), { kind });
    }
  },
});

function grant(...to: readonly string[]): string {
  return `apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata:
  name: edge
  namespace: shop
spec:
  to:
${to.map((entry) => `    - ${entry}\n`).join('')}`;
}

export const examples: CheckExamples = {
  pass: [grant('{group: "", kind: Secret, name: tls}', '{group: shop.example, kind: Basket}')],
  fail: [
    {
      yaml: grant('{kind: Secret}', '{kind: Service, name: null}', '{kind: Service, name: ""}'),
      at: ['8:7', '9:7', '10:7'],
      message: [
        'it lets others refer to every Secret of the namespace',
        'it lets others refer to every Service of the namespace',
        'it lets others refer to every Service of the namespace',
      ],
    },
  ],
};
