import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject, asString } from '../../core/json.ts';
import { objectsOf } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'gatekeeper-repo-prefix-open',
  on: objectsOf('constraints.gatekeeper.sh/K8sAllowedRepos'),
  severity: 'high',
  title: 'Allowed image repository is a prefix that others can have too',
  why: 'The start of the image is compared: whoever registers a longer name with that start may run any image here.',
  advice: 'End each entry with a slash, or with the tag or digest that is meant, and name a registry that is yours.',
  messages: {
    bare: '"{entry}" allows every registry and repository whose name begins so',
    open: '"{entry}" also allows repositories whose names go on behind it',
    public: '"{entry}" allows everything that anyone publishes on Docker Hub',
  },
  evaluate(judged, report) {
    for (const [index, value] of asList(asObject(judged.spec['parameters'])['repos']).entries()) {
      const entry = asString(value);
      const message = entry === undefined ? undefined : faultOf(entry);
      if (message === undefined) continue;
      report.fail(message, judged.at('spec', 'parameters', 'repos', index), { entry: entry ?? '' });
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'images of repositories whose names only begin like the entry are refused',
    edits(edit, finding) {
      if (finding.message === 'open') edit.set(finding.at, `${String(finding.data['entry'])}/`);
    },
  },
});

function faultOf(entry: string): 'bare' | 'open' | 'public' | undefined {
  if (entry === 'docker.io' || entry === 'docker.io/') return 'public';
  const last = entry.slice(entry.lastIndexOf('/') + 1);
  if (!entry.includes('/')) return entry.includes(':') ? undefined : 'bare';
  return last === '' || /[:@]/.test(last) ? undefined : 'open';
}

function constraint(...repositories: readonly string[]): string {
  return `apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sAllowedRepos
metadata:
  name: own-images
spec:
  match:
    kinds:
      - {apiGroups: [""], kinds: [Pod]}
  parameters:
    repos:
${repositories.map((repository) => `      - ${repository}\n`).join('')}`;
}

export const examples: CheckExamples = {
  pass: [
    constraint(
      'registry.example/',
      'registry.example/shop/',
      'registry.example/shop/web:1.4.2',
      'registry.example:5000/shop/',
      'registry.example/web@sha256:0b',
      'registry.example:5000',
      'docker.io/shop/',
      '7',
    ),
  ],
  fail: [
    {
      yaml: constraint('registry.example/shop/', 'registry.example/shop # ours', 'registry.example:5000/web'),
      at: ['12:9', '13:9'],
      message: [
        '"registry.example/shop" also allows repositories whose names go on behind it',
        '"registry.example:5000/web" also allows repositories whose names go on behind it',
      ],
      fixed: constraint('registry.example/shop/', 'registry.example/shop/ # ours', 'registry.example:5000/web/'),
    },
    {
      yaml: constraint('registry.example', 'docker.io', 'docker.io/'),
      unfixed: true,
      at: ['11:9', '12:9', '13:9'],
      message: [
        '"registry.example" allows every registry and repository whose name begins so',
        '"docker.io" allows everything that anyone publishes on Docker Hub',
        '"docker.io/" allows everything that anyone publishes on Docker Hub',
      ],
    },
  ],
};
