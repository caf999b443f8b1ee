import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { strings } from '../../core/parameter.ts';
import { parseImageReference } from '../../kubernetes/image-reference.ts';
import { imageUse } from '../../kubernetes/image-use.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'image-tag-latest',
  on: workload,
  each: imageUse,
  severity: 'medium',
  covers: ['image-digest-missing'],
  parameters: { floatingTags: strings() },
  title: 'Image has no fixed version',
  why: 'Whoever can push to the registry changes what runs at the next start, and nobody can tell which version ran.',
  advice: 'Name a version as the tag, or better the digest of the image.',
  messages: {
    untagged: 'uses image {image}, which names no tag and so means latest',
    floating: 'uses image {image}, whose tag moves from version to version',
  },
  evaluate(judged, report, { parameters }) {
    const { tag, digest } = parseImageReference(judged.reference);
    if (judged.reference === '' || digest) return;
    if (!tag) report.fail('untagged', judged.field, { image: judged.reference });
    else if (tag === 'latest' || parameters.floatingTags.includes(tag)) {
      report.fail('floating', judged.field, { image: judged.reference });
    }
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

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

export const examples: CheckExamples = {
  pass: [
    podOf('registry.example/web:1.4.2'),
    podOf('registry.example:5000/shop/web:1.4.2'),
    podOf(`registry.example/web@${DIGEST}`),
    podOf(`registry.example/web:latest@${DIGEST}`),
    podOf(`registry.example:5000/web@${DIGEST}`),
    podOf('registry.example/web:Latest'),
    podOf('registry.example/web:latest-2024'),
    podOf('""'),
    podOf('registry.example/web:nightly'),
    { yaml: podOf('registry.example/web:Nightly'), parameters: { floatingTags: ['nightly', 'edge'] } },
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: web:1.4.2
    - name: later
  volumes:
    - name: model
      image:
        reference: registry.example/models/search:2024-05
        pullPolicy: IfNotPresent
    - name: other
      image:
        pullPolicy: Always
    - name: cache
      emptyDir: {}
`,
  ],
  fail: [
    {
      yaml: podOf('registry.example/web'),
      at: '8:14',
      message: 'container "web" uses image registry.example/web, which names no tag and so means latest',
    },
    {
      yaml: podOf('registry.example:5000/web'),
      at: '8:14',
      message: 'container "web" uses image registry.example:5000/web, which names no tag and so means latest',
    },
    {
      yaml: podOf('web'),
      at: '8:14',
      message: 'container "web" uses image web, which names no tag and so means latest',
    },
    {
      yaml: podOf('"registry.example/web:"'),
      at: '8:14',
      message: 'container "web" uses image registry.example/web:, which names no tag and so means latest',
    },
    {
      yaml: podOf('"registry.example/web:latest"'),
      at: '8:14',
      message: 'container "web" uses image registry.example/web:latest, whose tag moves from version to version',
    },
    {
      yaml: podOf('registry.example/web:edge'),
      parameters: { floatingTags: ['nightly', 'edge'] },
      at: '8:14',
      message: 'container "web" uses image registry.example/web:edge, whose tag moves from version to version',
    },
    {
      yaml: podOf('registry.example/web:latest'),
      parameters: { floatingTags: ['nightly'] },
      at: '8:14',
      message: 'container "web" uses image registry.example/web:latest, whose tag moves from version to version',
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: search
spec:
  initContainers:
    - name: migrate
      image: registry.example/migrate
    - name: proxy
      image: registry.example/proxy:latest
      restartPolicy: Always
  containers:
    - name: search
      image: registry.example/search:3.1.0
  ephemeralContainers:
    - name: debug
      image: registry.example/debug
  volumes:
    - name: model
      image:
        reference: registry.example/models/search:latest
`,
      at: ['8:14', '10:14', '17:14', '21:20'],
      message: [
        'init container "migrate" uses image registry.example/migrate, which names no tag and so means latest',
        'sidecar container "proxy" uses image registry.example/proxy:latest, whose tag moves from version to version',
        'ephemeral container "debug" uses image registry.example/debug, which names no tag and so means latest',
        'volume "model" uses image registry.example/models/search:latest, whose tag moves from version to version',
      ],
    },
  ],
};
