import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { readImageVersion } from '../../kubernetes/image-reference-form.ts';
import { imageUse } from '../../kubernetes/image-use.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'image-reference-invalid',
  on: workload,
  each: imageUse,
  severity: 'high',
  title: 'Image cannot be pulled: its reference is not well-formed',
  why: 'The kubelet refuses the reference, and the container never starts.',
  advice: 'Write the image as host/path:tag, the path in lower case, or with a whole digest behind an @.',
  messages: {
    empty: 'names an empty image "{image}"',
    template: 'uses image "{image}", in which a placeholder was not filled in',
    space: 'uses image "{image}", which holds white space',
    length: 'uses image "{image}", which is too long',
    digest: 'uses image "{image}", whose digest is not whole',
    tag: 'uses image "{image}", whose tag is not well-formed',
    upperCase: 'uses image "{image}", whose path is not in lower case',
    form: 'uses image "{image}", whose host or path is not well-formed',
  },
  evaluate(judged, report) {
    const image = judged.reference;
    const version = readImageVersion(image);
    if (typeof version === 'string') report.fail(version, judged.field, { image });
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
const LONG_PATH = 'a'.repeat(256);

/** Each image with the words that say what is wrong with it. */
const faults: readonly (readonly [image: string, what: string])[] = [
  ['registry.example/{{ .Values.image }}', 'in which a placeholder was not filled in'],
  ['registry.example/web:${shop.tag}', 'in which a placeholder was not filled in'],
  ['registry.example/web: 1.4.2', 'which holds white space'],
  [`registry.example/${LONG_PATH}`, 'which is too long'],
  ['registry.example/web@sha256:0123', 'whose digest is not whole'],
  [`registry.example/web:${'1'.repeat(129)}`, 'whose tag is not well-formed'],
  ['registry.example/web:', 'whose tag is not well-formed'],
  ['registry.example/Web:1.4.2', 'whose path is not in lower case'],
  ['https://registry.example/web:1.4.2', 'whose host or path is not well-formed'],
];

export const examples: CheckExamples = {
  pass: [
    podOf('registry.example:5000/shop/web:1.4.2'),
    podOf(`web:1.4.2@sha256:${DIGITS}`),
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: injected # by an operator, with its image
  volumes:
    - name: model
      image:
        reference: registry.example/models/search:2024-05
`,
  ],
  fail: [
    { yaml: podOf('""'), at: '8:14', message: 'container "web" names an empty image ""' },
    ...faults.map(([image, what]) => ({
      yaml: podOf(`'${image}'`),
      at: '8:14',
      message: `container "web" uses image "${image}", ${what}`,
    })),
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: search
spec:
  initContainers:
    - name: migrate
      image: registry.example//migrate
  containers:
    - name: search
      image: registry.example/search:3.1.0
  volumes:
    - name: model
      image:
        reference: registry.example/models/Search:2024-05
`,
      at: ['8:14', '15:20'],
      message: [
        'init container "migrate" uses image "registry.example//migrate", whose host or path is not well-formed',
        'volume "model" uses image "registry.example/models/Search:2024-05", whose path is not in lower case',
      ],
    },
  ],
};
