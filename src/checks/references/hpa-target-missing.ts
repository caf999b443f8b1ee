import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asObject, asString } from '../../core/json.ts';
import { isDefined } from '../../kubernetes/defined-kind.ts';
import { kindOf } from '../../kubernetes/kind.ts';
import { objectsOf } from '../../kubernetes/object.ts';
import { DEFINITION_KIND } from '../../kubernetes/schema/custom-schema-index.ts';

export default defineCheck({
  id: 'hpa-target-missing',
  on: objectsOf('autoscaling/HorizontalPodAutoscaler'),
  severity: 'medium',
  reads: [DEFINITION_KIND],
  title: 'Autoscaler has nothing to scale',
  why: 'Under load, or under an attack, no pod is added: what it was meant for fails.',
  advice: 'Name a workload that exists in spec.scaleTargetRef, or remove the autoscaler.',
  messages: { missing: '{kind} "{name}" does not exist in "{namespace}"' },
  evaluate(judged, report, { inventory }) {
    const { spec, namespace = '' } = judged;
    const { apiVersion, kind: named, name: written } = asObject(spec['scaleTargetRef']);
    const [group = '', kind = '', name = ''] = [apiVersion, named, written].map(asString);
    const target = kindOf(group, kind);
    const lookup = judged.findNamed(target, name, namespace);
    if (lookup.is === 'unknown') report.unknown(lookup.missing);
    if (lookup.is !== 'absent') return;
    if (!mayBeCustom(target) || isDefined(target, inventory)) {
      const at = judged.at('spec', 'scaleTargetRef', 'name');
      report.fail('missing', at, { kind, name, namespace });
    } else report.unknown({ what: `no CustomResourceDefinition of ${target} is among the inputs` });
  },
});

/** The group of a custom resource has a dot; a kind of another group is built in, or does not exist. */
function mayBeCustom(kind: string): boolean {
  return kind.slice(0, kind.indexOf('/')).includes('.');
}

function autoscaler(apiVersion: string, kind: string): string {
  return `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
  namespace: shop
spec:
  maxReplicas: 5
  scaleTargetRef:
    apiVersion: ${apiVersion}
    kind: ${kind}
    name: web
`;
}

function targetOf(apiVersion: string, kind: string, namespace = 'shop'): string {
  return `---
apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: web
  namespace: ${namespace}
`;
}

const definition = `---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: runners.shop.example
spec:
  group: shop.example
  names:
    kind: Runner
`;

const builtIn = [
  ['apps/v1', 'Deployment'],
  ['apps/v1', 'StatefulSet'],
  ['apps/v1', 'ReplicaSet'],
  ['v1', 'ReplicationController'],
] as const;

export const examples: CheckExamples = {
  pass: [
    ...builtIn.map(([apiVersion, kind]) => `${autoscaler(apiVersion, kind)}${targetOf(apiVersion, kind)}`),
    `${autoscaler('apps/v1beta2', 'Deployment')}${targetOf('apps/v1', 'Deployment')}`,
    `${autoscaler('shop.example/v1', 'Runner')}${targetOf('shop.example/v1', 'Runner')}`,
  ],
  fail: [
    ...builtIn.map(([apiVersion, kind]) => ({
      yaml: `${autoscaler(apiVersion, kind)}${targetOf(apiVersion, kind, 'other')}`,
      complete: true,
      at: '11:11',
      message: `${kind} "web" does not exist in "shop"`,
    })),
    {
      yaml: `${autoscaler('v1', 'Deployment')}${targetOf('apps/v1', 'Deployment')}`,
      complete: true,
      at: '11:11',
      message: 'Deployment "web" does not exist in "shop"',
    },
    {
      yaml: autoscaler('apps/v1', 'DaemonSet'),
      complete: true,
      at: '11:11',
      message: 'DaemonSet "web" does not exist in "shop"',
    },
    {
      yaml: `${autoscaler('shop.example/v1', 'Runner')}${definition}`,
      complete: true,
      at: '11:11',
      message: 'Runner "web" does not exist in "shop"',
    },
  ],
  unknown: [
    { yaml: autoscaler('apps/v1', 'Deployment'), missing: 'no Deployment "shop/web" is among the inputs' },
    {
      yaml: autoscaler('shop.example/v1', 'Runner'),
      complete: true,
      missing: 'no CustomResourceDefinition of shop.example/Runner is among the inputs',
    },
  ],
};
