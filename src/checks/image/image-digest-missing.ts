import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { strings } from '../../core/parameter.ts';
import { matchesImagePattern } from '../../kubernetes/image-pattern.ts';
import { parseImageReference } from '../../kubernetes/image-reference.ts';
import { imageUse } from '../../kubernetes/image-use.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'image-digest-missing',
  on: workload,
  each: imageUse,
  severity: 'low',
  parameters: { exemptRepositories: strings() },
  title: 'Image is not named by its digest',
  why: 'Whoever can push to the registry puts another image under the same tag, and the next start runs it.',
  advice: 'Add the digest behind the tag, as in web:1.4.2@sha256:….',
  messages: { missing: 'uses image {image}, which names no digest' },
  evaluate(judged, report, { parameters }) {
    const { reference, isEphemeral } = judged;
    if (isEphemeral || reference === '' || /@sha(?:256|512):/.test(reference)) return;
    const image = parseImageReference(reference);
    // A bare word is an image of Docker Hub or, as whoever writes an exemption may mean, a namespace there.
    const isExempt = parameters.exemptRepositories.some(
      (repository) => matchesImagePattern(image, repository) || matchesImagePattern(image, `${repository}/`),
    );
    if (!isExempt) report.fail('missing', judged.field, { image: reference });
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

const DIGITS = '0123456789abcdef'.repeat(4);

export const examples: CheckExamples = {
  pass: [
    podOf(`registry.example/web@sha256:${DIGITS}`),
    podOf(`registry.example/web:1.4.2@sha512:${DIGITS}${DIGITS}`),
    podOf('""'),
    { yaml: podOf('registry.example/web:1.4.2'), parameters: { exemptRepositories: ['registry.example/web'] } },
    { yaml: podOf('shop/web:1.4.2'), parameters: { exemptRepositories: ['shop'] } },
    { yaml: podOf('web:1.4.2'), parameters: { exemptRepositories: ['mail', 'docker.io/library/web'] } },
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web@sha256:${DIGITS}
  ephemeralContainers:
    - name: debug # typed by hand
      image: registry.example/debug:1.0.0
`,
  ],
  fail: [
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
      image: registry.example/search
    - name: metrics
      image: registry.example/metrics@sha1:2fd4e1c67a2d28fced849ee1bb76e7391b93eb12
  volumes:
    - name: model
      image:
        reference: registry.example/models/search:2024-05
`,
      at: ['8:14', '11:14', '13:14', '17:20'],
      message: [
        'init container "migrate" uses image registry.example/migrate:3.1.0, which names no digest',
        'container "search" uses image registry.example/search, which names no digest',
        'container "metrics" uses image registry.example/metrics@sha1:2fd4e1c67a2d28fced849ee1bb76e7391b93eb12, which names no digest',
        'volume "model" uses image registry.example/models/search:2024-05, which names no digest',
      ],
    },
    {
      yaml: podOf('registry.example/website:1.4.2'),
      parameters: { exemptRepositories: ['registry.example/web'] },
      at: '8:14',
      message: 'container "web" uses image registry.example/website:1.4.2, which names no digest',
    },
    {
      yaml: podOf('registry.example/sha256:1.4.2'),
      at: '8:14',
      message: 'container "web" uses image registry.example/sha256:1.4.2, which names no digest',
    },
  ],
};
