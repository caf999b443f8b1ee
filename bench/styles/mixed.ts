import type { Manifest } from '../manifests.ts';
import type { Random } from '../random.ts';
import { seededRandom } from '../random.ts';
import type { Application } from './application.ts';
import { inventApplication, namespaceNames } from './application.ts';
import {
  autoscaler,
  configMap,
  ingress,
  namespace,
  networkPolicy,
  role,
  roleBinding,
  service,
  serviceAccount,
} from './companions.ts';
import { cronJob, deployment, statefulSet } from './workloads.ts';
import type { Lines } from './yaml-lines.ts';
import { textOf } from './yaml-lines.ts';

/** The objects of one application, in the order they are written; later ones may be cut off by the count. */
function objectsOf(application: Application, random: Random): readonly { kind: string; lines: Lines }[] {
  const objects: { kind: string; lines: Lines }[] = [];
  const draw = random.next();
  const add = (kind: string, probability: number, write: (application: Application, random: Random) => Lines): void => {
    if (random.chance(probability)) objects.push({ kind, lines: write(application, random) });
  };
  if (draw < 0.18) {
    add('cronjob', 1, cronJob);
    add('configmap', 0.6, configMap);
  } else {
    const stateless = draw < 0.8;
    if (stateless) add('deployment', 1, deployment);
    else add('statefulset', 1, statefulSet);
    add('service', 0.65, service);
    add('configmap', 0.6, configMap);
    add('ingress', 0.2, ingress);
    add('horizontalpodautoscaler', stateless ? 0.2 : 0, autoscaler);
  }
  add('serviceaccount', 0.25, serviceAccount);
  add('networkpolicy', 0.25, networkPolicy);
  if (random.chance(0.15)) {
    add('role', 1, role);
    add('rolebinding', 1, roleBinding);
  }
  return objects;
}

/** Manifests of many small applications in some namespaces, one object a file: what a team's repository looks like. */
export function mixedManifests(seed: number, count: number): readonly Manifest[] {
  const random = seededRandom(seed);
  const manifests: Manifest[] = [];
  const namespaces = namespaceNames().values();
  for (let number = 1; manifests.length < count; number++) {
    if (number % 8 === 2) {
      const { value: name } = namespaces.next();
      if (name !== undefined) manifests.push({ file: `${name}/namespace.yaml`, text: textOf(namespace(name, random)) });
    }
    const application = inventApplication(random, number);
    for (const { kind, lines } of objectsOf(application, random)) {
      manifests.push({ file: `${application.namespace}/${application.name}-${kind}.yaml`, text: textOf(lines) });
    }
  }
  return manifests.slice(0, count);
}
