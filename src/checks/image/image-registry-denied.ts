import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { strings } from '../../core/parameter.ts';
import { matchesImagePattern } from '../../kubernetes/image-pattern.ts';
import { parseImageReference } from '../../kubernetes/image-reference.ts';
import { imageUse } from '../../kubernetes/image-use.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'image-registry-denied',
  on: workload,
  each: imageUse,
  severity: 'medium',
  optIn: true,
  parameters: { denied: strings() },
  title: 'Image comes from a registry that is denied',
  why: 'The registry is on the list because what it serves is not to be trusted.',
  advice: 'Take the image from another registry.',
  messages: { denied: 'uses image {image}, which is on the denied {pattern}' },
  evaluate(judged, report, { parameters: { denied } }) {
    if (denied.length === 0) report.notApplicable();
    if (judged.reference === '') return;
    const image = parseImageReference(judged.reference);
    const pattern = denied.find((one) => matchesImagePattern(image, one));
    if (pattern !== undefined) report.fail('denied', judged.field, { image: judged.reference, pattern });
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
    { yaml: podOf('""'), parameters: { denied: ['docker.io'] } },
    { yaml: podOf('registry.example/web:1.4.2'), parameters: { denied: ['docker.io'] } },
    { yaml: podOf('public.example.org/web:1.4.2'), parameters: { denied: ['public.example'] } },
    { yaml: podOf('public.example/shop/web:1.4.2'), parameters: { denied: ['public.example/shopping'] } },
  ],
  fail: [
    {
      yaml: podOf('web:1.4.2'),
      parameters: { denied: ['public.example', 'docker.io'] },
      at: '8:14',
      message: 'container "web" uses image web:1.4.2, which is on the denied docker.io',
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: search
spec:
  initContainers:
    - name: migrate
      image: registry.example/migrate:3.1.0
  containers:
    - name: search
      image: public.example/anyone/search:3.1.0
  ephemeralContainers:
    - name: debug
      image: PUBLIC.example/anyone/debug:1.0.0
  volumes:
    - name: model
      image:
        reference: public.example/anyone/models/search:2024-05
`,
      parameters: { denied: ['public.example/anyone'] },
      at: ['11:14', '14:14', '18:20'],
      message: [
        'container "search" uses image public.example/anyone/search:3.1.0, which is on the denied public.example/anyone',
        'ephemeral container "debug" uses image PUBLIC.example/anyone/debug:1.0.0, which is on the denied public.example/anyone',
        'volume "model" uses image public.example/anyone/models/search:2024-05, which is on the denied public.example/anyone',
      ],
    },
  ],
  notApplicable: [podOf('public.example/web:1.4.2')],
};
