import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { strings } from '../../core/parameter.ts';
import { container } from '../../kubernetes/container.ts';
import { credentialVariables } from '../../kubernetes/literal-credential.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'secret-in-env',
  on: workload,
  each: container,
  severity: 'high',
  parameters: { allowedNames: strings(), allowedValues: strings() },
  title: 'Environment variable holds a credential in clear text',
  why: 'Whoever may read the workload, its manifest or a copy of either can use the credential.',
  advice: 'Replace the credential, keep the new one in a Secret or a secret store, and mount it as a file.',
  messages: { literal: 'sets variable "{name}" to a literal {kind} of {length} characters' },
  evaluate(judged, report, { parameters }) {
    for (const { name, value, kind, length, at } of credentialVariables(judged)) {
      if (parameters.allowedNames.includes(name) || parameters.allowedValues.includes(value)) continue;
      report.fail('literal', at, { name, kind, length });
    }
  },
});

/** A pod with a container for each list of variables. */
function podWith(...lists: readonly string[]): string {
  const containers = lists.map(
    (list, index) => `    - name: c${index}
      image: registry.example/web:1.4.2
      env:
${list.replaceAll(/^/gm, '        ')}
`,
  );
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
${containers.join('')}`;
}

export const examples: CheckExamples = {
  pass: [
    podWith(`- name: DB_PASSWORD
  valueFrom:
    secretKeyRef: {name: db, key: password}
- {name: DB_PASSWORD_FILE, value: /etc/db/word}
- {name: SECRET_NAME, value: db}
- {name: API_TOKEN, value: $(OTHER)}
- {name: ADMIN_PASSWORD, value: ""}
- {name: MY_KEY, value: main}
- {name: REQUIRE_PASSWORD, value: "true"}
- {name: TOKENIZER, value: wordpiece}
- {name: DB_PASSWORD, value: "12345678"}
- {name: ETCD_INITIAL_CLUSTER_TOKEN, value: shop-etcd}`),
    { yaml: podWith('- {name: DB_PASSWORD, value: hunter2}'), parameters: { allowedNames: ['DB_PASSWORD'] } },
    { yaml: podWith('- {name: DB_PASSWORD, value: hunter2}'), parameters: { allowedValues: ['hunter2'] } },
    podWith('- {name: DB_PASSWORD, value: {a: b}}\n- {value: plain}'),
  ],
  fail: [
    {
      yaml: podWith('- {name: LOG_LEVEL, value: debug}\n- {name: DB_PASSWORD, value: hunter2}'),
      at: '11:38',
      message: 'container "c0" sets variable "DB_PASSWORD" to a literal password of 7 characters',
    },
    {
      yaml: podWith(
        '- name: DATABASE\n  value: postgres://shop:hunter2@db.example/shop',
        '- name: apiKey\n  value: changeme',
      ),
      parameters: { allowedNames: ['OTHER'], allowedValues: ['other'] },
      at: ['11:18', '16:18'],
      message: [
        'container "c0" sets variable "DATABASE" to a literal password in a URL of 7 characters',
        'container "c1" sets variable "apiKey" to a literal API key of 8 characters',
      ],
    },
    {
      yaml: podWith('- value: https://me:hunter2@git.example'),
      at: '10:18',
      message: 'container "c0" sets variable "" to a literal password in a URL of 7 characters',
    },
  ],
};
