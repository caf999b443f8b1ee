import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { strings } from '../../core/parameter.ts';
import { container } from '../../kubernetes/container.ts';
import { matchesImagePattern } from '../../kubernetes/image-pattern.ts';
import { parseImageReference } from '../../kubernetes/image-reference.ts';
import { workload } from '../../kubernetes/workload.ts';

const FROZEN_HOST = 'k8s.gcr.io/';
const NEW_HOST = 'registry.k8s.io/';

export default defineCheck({
  id: 'image-registry-deprecated',
  on: workload,
  each: container,
  severity: 'low',
  parameters: {
    registries: strings(
      'k8s.gcr.io/',
      'gcr.io/google-containers/',
      'gcr.io/google_containers/',
      'docker.io/bitnamilegacy/',
    ),
  },
  title: 'Image comes from a registry that was given up',
  why: 'The images there get no more corrections of security flaws, and one day they cannot be pulled any more.',
  advice: 'Take the image from the registry that its makers use now; images of Kubernetes are on registry.k8s.io.',
  messages: { deprecated: 'uses image {image}, whose registry gets no more updates' },
  evaluate(judged, report, { parameters }) {
    if (judged.image === undefined) return;
    const image = parseImageReference(judged.image);
    if (!parameters.registries.some((registry) => matchesImagePattern(image, registry))) return;
    report.fail('deprecated', judged.at('image'), { image: judged.image });
  },
  fix: {
    effect: 'safe',
    because: 'registry.k8s.io serves the same images',
    edits(edit, finding, judged) {
      const image = judged.image ?? '';
      if (image.toLowerCase().startsWith(FROZEN_HOST)) {
        edit.set(finding.at, `${NEW_HOST}${image.slice(FROZEN_HOST.length)}`);
      }
    },
  },
});

function podOf(image: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: ${image}
`;
}

export const examples: CheckExamples = {
  pass: [
    podOf('registry.k8s.io/pause:3.10'),
    podOf('k8s.gcr.io.example/pause:3.10'),
    podOf('gcr.io/google-containers-mirror/pause:3.10'),
    podOf('bitnami/web:1.4.2'),
    { yaml: podOf('k8s.gcr.io/pause:3.10'), parameters: { registries: ['old.example'] } },
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: later
`,
  ],
  fail: [
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: wait
      image: "k8s.gcr.io/pause:3.8"
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: resizer
      image: k8s.gcr.io/sig-storage/resizer:v1.4.0 # the last one there
  ephemeralContainers:
    - name: debug
      image: K8S.gcr.io/debug:1.0.0
`,
      at: ['8:14', '13:14', '16:14'],
      message: [
        'init container "wait" uses image k8s.gcr.io/pause:3.8, whose registry gets no more updates',
        'container "resizer" uses image k8s.gcr.io/sig-storage/resizer:v1.4.0, whose registry gets no more updates',
        'ephemeral container "debug" uses image K8S.gcr.io/debug:1.0.0, whose registry gets no more updates',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: wait
      image: registry.k8s.io/pause:3.8
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: resizer
      image: registry.k8s.io/sig-storage/resizer:v1.4.0 # the last one there
  ephemeralContainers:
    - name: debug
      image: registry.k8s.io/debug:1.0.0
`,
    },
  ],
};
