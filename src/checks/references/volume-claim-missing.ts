import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject, asString } from '../../core/json.ts';
import type { Volume } from '../../kubernetes/volume.ts';
import { type Workload, workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'volume-claim-missing',
  on: workload,
  severity: 'high',
  reads: ['PersistentVolumeClaim'],
  title: 'PersistentVolumeClaim does not exist',
  why: 'The pods stay pending, and whoever may create a claim of that name decides which data they mount.',
  advice: 'Create the PersistentVolumeClaim in the namespace, or name one that exists.',
  messages: {
    missing: 'volume "{volume}" names PersistentVolumeClaim "{claim}", which does not exist in "{namespace}"',
  },
  evaluate(judged, report, { inventory }) {
    const { namespace } = judged;
    for (const volume of judged.volumes) {
      const claim = asString(asObject(volume.content['persistentVolumeClaim'])['claimName']);
      if (!claim || isOfTemplate(volume, claim, judged)) continue;
      const lookup = inventory.find('PersistentVolumeClaim', claim, namespace);
      if (lookup.is === 'unknown') report.unknown(lookup.missing);
      if (lookup.is !== 'absent') continue;
      const at = volume.at('persistentVolumeClaim', 'claimName');
      report.fail('missing', at, { volume: volume.name, claim, namespace });
    }
  },
});

/** Whether a StatefulSet makes the claim itself, or puts its own in the place of the volume. */
function isOfTemplate(volume: Volume, claim: string, { resource }: Workload): boolean {
  if (resource.kind !== 'apps/StatefulSet') return false;
  return asList(asObject(resource.content['spec'])['volumeClaimTemplates']).some((template) => {
    const name = asString(asObject(asObject(template)['metadata'])['name']) ?? '';
    return volume.name === name || claim.replace(/-\d+$/, '') === `${name}-${resource.name}`;
  });
}

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
  volumes:
    - name: scratch
      emptyDir: {}
    - name: data
      persistentVolumeClaim:
        claimName: data
`;

const claim = `---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
  namespace: shop
`;

function statefulSet(name: string, volume: string, claimName: string): string {
  return `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ${name}
  namespace: shop
spec:
  selector:
    matchLabels:
      app: db
  template:
    metadata:
      labels:
        app: db
    spec:
      containers:
        - name: db
          image: registry.example/db:17.2.0
      volumes:
        - name: ${volume}
          persistentVolumeClaim:
            claimName: ${claimName}
  volumeClaimTemplates:
    - metadata:
        name: data
`;
}

export const examples: CheckExamples = {
  pass: [
    `${pod}${claim}`,
    { yaml: statefulSet('db', 'data', 'other'), complete: true },
    { yaml: statefulSet('db', 'first', 'data-db-0'), complete: true },
  ],
  fail: [
    {
      yaml: pod,
      complete: true,
      at: '15:20',
      message: 'volume "data" names PersistentVolumeClaim "data", which does not exist in "shop"',
    },
    {
      yaml: `${pod}${claim.replace('namespace: shop', 'namespace: other')}`,
      complete: true,
      at: '15:20',
      message: 'volume "data" names PersistentVolumeClaim "data", which does not exist in "shop"',
    },
    {
      yaml: statefulSet('db', 'first', 'data-cache-0'),
      complete: true,
      at: '21:24',
      message: 'volume "first" names PersistentVolumeClaim "data-cache-0", which does not exist in "shop"',
    },
    {
      yaml: statefulSet('db', 'data', 'other').replace('StatefulSet', 'Deployment'),
      complete: true,
      at: '21:24',
      message: 'volume "data" names PersistentVolumeClaim "other", which does not exist in "shop"',
    },
  ],
  unknown: [{ yaml: pod, missing: 'no PersistentVolumeClaim "shop/data" is among the inputs' }],
};
