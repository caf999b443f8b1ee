import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject, asString } from '../../core/json.ts';
import type { Place } from '../../core/resource.ts';
import type { Container } from '../../kubernetes/container.ts';
import { parseImageReference } from '../../kubernetes/image-reference.ts';
import { podLabels } from '../../kubernetes/pod-labels.ts';
import { compareReleases, parseRelease } from '../../kubernetes/release.ts';
import { type Workload, workload } from '../../kubernetes/workload.ts';

const FLAG = '--configmap';
const KEY = 'allow-snippet-annotations';
const DEFAULT_NAME = 'ingress-nginx-controller';
/** The values that the controller reads as true. */
const TRUE: ReadonlySet<string> = new Set(['true', 't', '1']);

/** From this release on snippets are off unless they are switched on. */
const OFF_SINCE = [1, 9, 0] as const;

export default defineCheck({
  id: 'ingress-nginx-snippets-allowed',
  on: workload,
  severity: 'high',
  reads: ['ConfigMap'],
  title: 'Ingress controller takes configuration from annotations',
  why: 'Whoever may create an Ingress runs code in the controller, which reads every Secret that an Ingress may name.',
  advice: 'Set allow-snippet-annotations to "false" in the ConfigMap of the controller.',
  messages: {
    allowed: 'the controller runs with snippet annotations allowed',
    byDefault: 'release {release} of the controller allows snippet annotations by default',
  },
  evaluate(judged, report, { inventory }) {
    const controller = controllerOf(judged);
    if (controller === undefined) {
      report.notApplicable();
      return;
    }
    const { namespace, name } = configMapOf(controller, judged);
    const found = inventory.find('ConfigMap', name, namespace);
    if (found.is === 'unknown') {
      report.unknown(found.missing);
      return;
    }
    const value = found.is === 'found' ? asObject(found.item.content['data'])[KEY] : undefined;
    if (found.is === 'found' && TRUE.has(String(value).toLowerCase())) {
      report.fail('allowed', { resource: found.item, path: ['data', KEY] });
    } else if (value === undefined) {
      const release = parseRelease(parseImageReference(controller.image ?? '').tag ?? '');
      const place: Place = controller.at('image');
      if (release === undefined) report.unknown({ what: 'which release of the controller runs' });
      else if (compareReleases(release, OFF_SINCE) < 0) {
        const setting = found.is === 'found' ? { resource: found.item, path: ['data', KEY] } : place;
        report.fail('byDefault', setting, { release: release.join('.') });
      }
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'snippets that Ingresses hold are no longer used',
    edits(edit, finding) {
      // Where the ConfigMap is missing there is nothing to edit: the finding is on the image.
      if (finding.at.path.at(-1) === KEY) edit.set(finding.at, 'false');
    },
  },
});

/** The container of ingress-nginx, by its image or by the name label of its pods. */
function controllerOf(judged: Workload): Container | undefined {
  const byImage = judged.containers.find(({ image = '' }) =>
    /(?:^|\/)ingress-nginx\/controller(?:-chroot)?$/.test(parseImageReference(image).repository),
  );
  if (byImage !== undefined) return byImage;
  const labels = podLabels(judged);
  if (labels.get('app.kubernetes.io/name') !== 'ingress-nginx') return undefined;
  // The jobs for its webhook and the default backend have the same name.
  if ((labels.get('app.kubernetes.io/component') ?? 'controller') !== 'controller') return undefined;
  const regular = judged.containers.filter(({ role }) => role === 'regular');
  const flagged = regular.find((container) => flagOf(container) !== undefined);
  return flagged ?? regular.find(({ name }) => name === 'controller') ?? regular[0];
}

/** The value of `--configmap=NAME` or of `--configmap NAME`. */
function flagOf({ content }: Container): string | undefined {
  const words = ['command', 'args'].flatMap((field) => asList(content[field]).map((word) => asString(word) ?? ''));
  const index = words.findIndex((word) => word === FLAG || word.startsWith(`${FLAG}=`));
  return words[index] === FLAG ? words[index + 1] : words[index]?.slice(FLAG.length + 1);
}

function configMapOf(container: Container, { namespace }: Workload): { namespace: string; name: string } {
  const [first = '', second = ''] = (flagOf(container) ?? '').split('/');
  if (second === '') return { namespace, name: DEFAULT_NAME };
  return { namespace: first === '$(POD_NAMESPACE)' ? namespace : first, name: second };
}

function pod(image: string, args = '[--watch]', name = 'web'): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: edge
  namespace: edge
  labels:
    app.kubernetes.io/name: ${name}
spec:
  containers:
    - name: log
      image: registry.example/log:1.0.0
    - name: controller
      image: ${image}
      args: ${args}
`;
}

function configMap(value: string, name = 'ingress-nginx-controller', namespace = 'edge'): string {
  return `---
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
  namespace: ${namespace}
data:
  use-gzip: "true"
${value}`;
}

const image = 'registry.example/ingress-nginx/controller:v1.12.4';
const allowed = '  allow-snippet-annotations: "true"\n';
const denied = '  allow-snippet-annotations: "false"\n';
const message = 'the controller runs with snippet annotations allowed';

export const examples: CheckExamples = {
  pass: [
    pod(image) + configMap(''),
    pod('registry.example/ingress-nginx/controller:v1.8.5') + configMap(denied),
    pod('registry.example/ingress-nginx/controller:v1.9.0') + configMap(''),
    { yaml: pod(image), complete: true },
    pod(image) + configMap('  allow-snippet-annotations: "no"\n'),
    pod('registry.example/fork:2.0.0', '[]', 'ingress-nginx') + configMap(''),
    pod('registry.example/fork:1.0.0', '[]', 'ingress-nginx').replace('name: controller', 'name: nginx') +
      configMap(denied),
  ],
  fail: [
    { yaml: pod(image) + configMap(allowed), at: '23:30', message, fixed: pod(image) + configMap(denied) },
    {
      yaml: pod(image.replace('controller', 'controller-chroot')) + configMap(allowed),
      at: '23:30',
      message,
      fixed: pod(image.replace('controller', 'controller-chroot')) + configMap(denied),
    },
    {
      yaml: pod(image, '["--configmap=$(POD_NAMESPACE)/nginx"]') + configMap(allowed, 'nginx'),
      at: '23:30',
      message,
      fixed: pod(image, '["--configmap=$(POD_NAMESPACE)/nginx"]') + configMap(denied, 'nginx'),
    },
    {
      yaml:
        pod('registry.example/fork:1.0.0', '[--configmap=shop/nginx]', 'ingress-nginx') +
        configMap(allowed, 'nginx', 'shop'),
      at: '23:30',
      message,
      fixed:
        pod('registry.example/fork:1.0.0', '[--configmap=shop/nginx]', 'ingress-nginx') +
        configMap(denied, 'nginx', 'shop'),
    },
    {
      yaml: pod(image, '[--v=2, --configmap, shop/nginx, --watch]') + configMap(allowed, 'nginx', 'shop'),
      at: '23:30',
      message,
      fixed: pod(image, '[--v=2, --configmap, shop/nginx, --watch]') + configMap(denied, 'nginx', 'shop'),
    },
    ...['True', '"t"', '"1"'].map((value) => ({
      yaml: pod(image) + configMap(`  allow-snippet-annotations: ${value}\n`),
      at: '23:30',
      message,
      fixed: pod(image) + configMap(denied),
    })),
    {
      yaml:
        pod('registry.example/fork:1.0.0', '[]', 'ingress-nginx').replace('name: controller', 'name: nginx') +
        configMap(''),
      at: '21:1',
      message: 'release 1.0.0 of the controller allows snippet annotations by default',
      fixed:
        pod('registry.example/fork:1.0.0', '[]', 'ingress-nginx').replace('name: controller', 'name: nginx') +
        configMap(denied),
    },
    {
      yaml: pod('registry.example/ingress-nginx/controller:v1.8.5') + configMap(''),
      at: '21:1',
      message: 'release 1.8.5 of the controller allows snippet annotations by default',
      fixed: pod('registry.example/ingress-nginx/controller:v1.8.5') + configMap(denied),
    },
  ],
  unknown: [
    {
      yaml: pod('registry.example/fork:1.0.0', '[--configmap=nginx]', 'ingress-nginx'),
      missing: 'no ConfigMap "edge/ingress-nginx-controller" is among the inputs',
    },
    { yaml: pod(image), missing: 'no ConfigMap "edge/ingress-nginx-controller" is among the inputs' },
    {
      yaml: pod('registry.example/ingress-nginx/controller') + configMap(''),
      missing: 'which release of the controller runs',
    },
  ],
  notApplicable: [
    pod('registry.example/ingress-nginx/controller-tools:1.0.0'),
    pod('registry.example/certificates:1.0.0', '[create]', 'ingress-nginx\n    app.kubernetes.io/component: hook'),
  ],
};
