import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asObject, asString } from '../../core/json.ts';
import { selectorOfMap } from '../../kubernetes/label-index.ts';
import { objectsOf } from '../../kubernetes/object.ts';
import { textMap } from '../../kubernetes/resource.ts';
import { labelSelectorMatches } from '../../kubernetes/selector.ts';

export default defineCheck({
  id: 'statefulset-service-missing',
  on: objectsOf('apps/StatefulSet'),
  severity: 'medium',
  reads: ['Service'],
  title: 'StatefulSet has no Service that names its pods',
  why: 'The pods have no names of their own in DNS: members of a database or a queue do not find each other.',
  advice: 'Create a Service with clusterIP None and the labels of the pods, and name it in serviceName.',
  messages: {
    missing: 'Service "{service}" does not exist in "{namespace}"',
    address: 'Service "{service}" has an address of its own: clusterIP is not None',
    labels: 'Service "{service}" does not select the pods of the StatefulSet',
  },
  evaluate(judged, report, { inventory }) {
    const { spec, namespace = '' } = judged;
    const service = asString(spec['serviceName']);
    if (!service) return;
    const at = judged.at('spec', 'serviceName');
    const lookup = inventory.find('Service', service, namespace);
    if (lookup.is === 'unknown') report.unknown(lookup.missing);
    if (lookup.is === 'absent') report.fail('missing', at, { service, namespace });
    if (lookup.is !== 'found') return;
    const { clusterIP, selector } = asObject(lookup.item.content['spec']);
    if (clusterIP !== 'None') report.fail('address', at, { service });
    const labels = textMap(asObject(asObject(spec['template'])['metadata'])['labels']);
    if (!labelSelectorMatches(selectorOfMap(selector), labels)) report.fail('labels', at, { service });
  },
});

const statefulSet = `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
  namespace: shop
spec:
  serviceName: db
  selector:
    matchLabels:
      app: db
  template:
    metadata:
      labels:
        app: db
        part: shop
    spec:
      containers:
        - name: db
          image: registry.example/db:17.2.0
`;

const service = `---
apiVersion: v1
kind: Service
metadata:
  name: db
  namespace: shop
spec:
  clusterIP: None
  selector:
    app: db
  ports:
    - port: 5432
`;

export const examples: CheckExamples = {
  pass: [
    `${statefulSet}${service}`,
    { yaml: statefulSet.replace('  serviceName: db\n', ''), complete: true },
    { yaml: statefulSet.replace('serviceName: db', "serviceName: ''"), complete: true },
  ],
  fail: [
    { yaml: statefulSet, complete: true, at: '7:16', message: 'Service "db" does not exist in "shop"' },
    {
      yaml: `${statefulSet}${service.replace('namespace: shop', 'namespace: other')}`,
      complete: true,
      at: '7:16',
      message: 'Service "db" does not exist in "shop"',
    },
    {
      yaml: `${statefulSet}${service.replace('  clusterIP: None\n', '')}`,
      at: '7:16',
      message: 'Service "db" has an address of its own: clusterIP is not None',
    },
    {
      yaml: `${statefulSet}${service.replace('app: db', 'app: cache')}`,
      at: '7:16',
      message: 'Service "db" does not select the pods of the StatefulSet',
    },
    {
      yaml: `${statefulSet}${service.replace('\n    app: db', ' {}')}`,
      at: '7:16',
      message: 'Service "db" does not select the pods of the StatefulSet',
    },
  ],
  unknown: [{ yaml: statefulSet, missing: 'no Service "shop/db" is among the inputs' }],
};
