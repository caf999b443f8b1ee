import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject, asString } from '../../core/json.ts';
import { isEmptySelector } from '../../kubernetes/label-index.ts';
import { objectsOf } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'gateway-routes-from-all-namespaces',
  on: objectsOf('gateway.networking.k8s.io/Gateway'),
  severity: 'medium',
  title: 'Gateway takes routes of every namespace',
  why: 'Whoever may create a route anywhere can claim host names and paths, and so the traffic of others.',
  advice: 'Take routes of the same namespace, or of namespaces by a label that only administrators set.',
  messages: { all: 'listener "{name}" takes routes of every namespace' },
  evaluate(judged, report) {
    for (const [index, entry] of asList(judged.spec['listeners']).entries()) {
      const listener = asObject(entry);
      const namespaces = asObject(asObject(listener['allowedRoutes'])['namespaces']);
      const isOpen = namespaces['from'] === 'Selector' && isEmptySelector(namespaces['selector']);
      if (namespaces['from'] !== 'All' && !isOpen) continue;
      const place = judged.at('spec', 'listeners', index, 'allowedRoutes', 'namespaces', 'from');
      report.fail('all', place, { name: asString(listener['name']) ?? '' });
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'routes of other namespaces no longer attach',
    edits(edit, finding) {
      const { resource, path } = finding.at;
      const parent = path.slice(0, -1);
      edit.set(finding.at, 'Same');
      edit.remove({ resource, path: [...parent, 'selector'] });
    },
  },
});

function gateway(namespaces: string): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: edge
  namespace: shop
spec:
  listeners:
    - name: web
      allowedRoutes:
        namespaces:
${namespaces}`;
}

const message = 'listener "web" takes routes of every namespace';
const same = gateway('          from: Same\n');

export const examples: CheckExamples = {
  pass: [
    same,
    gateway('          from: Selector\n          selector: {matchLabels: {edge: "yes"}}\n'),
    gateway('          from: Selector\n          selector: {matchExpressions: [{key: edge, operator: Exists}]}\n'),
    gateway('          selector: {}\n'),
    gateway('          from: Selector\n'),
  ],
  fail: [
    { yaml: gateway('          from: All\n'), at: '11:17', message, fixed: same },
    {
      yaml: gateway('          from: Selector\n          selector: {matchLabels: {}}\n'),
      at: '11:17',
      message,
      fixed: same,
    },
  ],
};
