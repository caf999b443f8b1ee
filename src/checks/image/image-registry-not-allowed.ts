import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { strings } from '../../core/parameter.ts';
import { matchesImagePattern } from '../../kubernetes/image-pattern.ts';
import { parseImageReference } from '../../kubernetes/image-reference.ts';
import { imageUse } from '../../kubernetes/image-use.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'image-registry-not-allowed',
  on: workload,
  each: imageUse,
  severity: 'medium',
  optIn: true,
  parameters: { allowed: strings() },
  title: 'Image comes from a registry that is not allowed',
  why: 'What others publish runs in the cluster without anyone having looked at it, and may change or vanish.',
  advice: 'Copy the image into an allowed registry and name it there.',
  messages: { foreign: 'uses image {image}, which is on no allowed registry' },
  evaluate(judged, report, { parameters: { allowed } }) {
    if (allowed.length === 0) {
      report.notApplicable();
      return;
    }
    if (judged.reference === '') return;
    const image = parseImageReference(judged.reference);
    if (allowed.some((pattern) => matchesImagePattern(image, pattern))) return;
    report.fail('foreign', judged.field, { image: judged.reference });
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
    { yaml: podOf('registry.example/web:1.4.2'), parameters: { allowed: ['mirror.example', 'registry.example'] } },
    { yaml: podOf('registry.example/shop/web:1.4.2'), parameters: { allowed: ['registry.example/shop'] } },
    { yaml: podOf('""'), parameters: { allowed: ['registry.example'] } },
    { yaml: podOf('web'), parameters: { allowed: ['docker.io/library'] } },
    { yaml: podOf('registry.example/web:1.4.2'), parameters: { allowed: ['registry.example/web:1.4.2'] } },
  ],
  fail: [
    {
      yaml: podOf('registry.example.evil.example/web:1.4.2'),
      parameters: { allowed: ['registry.example'] },
      at: '8:14',
      message: 'container "web" uses image registry.example.evil.example/web:1.4.2, which is on no allowed registry',
    },
    {
      yaml: podOf('registry.example/shopping/web:1.4.2'),
      parameters: { allowed: ['registry.example/shop', 'mirror.example'] },
      at: '8:14',
      message: 'container "web" uses image registry.example/shopping/web:1.4.2, which is on no allowed registry',
    },
    {
      yaml: podOf('registry.example/web:1.4.3'),
      parameters: { allowed: ['registry.example/web:1.4.2'] },
      at: '8:14',
      message: 'container "web" uses image registry.example/web:1.4.3, which is on no allowed registry',
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: search
spec:
  initContainers:
    - name: migrate
      image: migrate:3.1.0
  containers:
    - name: search
      image: registry.example/search:3.1.0
  ephemeralContainers:
    - name: debug
      image: quay.example/debug:1.0.0
  volumes:
    - name: model
      image:
        reference: models.example/search:2024-05
`,
      parameters: { allowed: ['registry.example'] },
      at: ['8:14', '14:14', '18:20'],
      message: [
        'init container "migrate" uses image migrate:3.1.0, which is on no allowed registry',
        'ephemeral container "debug" uses image quay.example/debug:1.0.0, which is on no allowed registry',
        'volume "model" uses image models.example/search:2024-05, which is on no allowed registry',
      ],
    },
  ],
  notApplicable: [podOf('registry.example/web:1.4.2')],
};
