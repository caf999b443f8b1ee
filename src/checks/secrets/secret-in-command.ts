import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { container } from '../../kubernetes/container.ts';
import { commandCredentials } from '../../kubernetes/literal-credential.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'secret-in-command',
  on: workload,
  each: container,
  severity: 'high',
  title: 'Command holds a credential in clear text',
  why: 'Arguments stand in the manifest, in the API and in the process list of the node, for all who may read those.',
  advice: 'Replace the credential, keep the new one in a mounted Secret, and let the program read the file.',
  messages: { literal: 'has a literal {kind} of {length} characters in {field}' },
  evaluate(judged, report) {
    for (const { kind, length, field, at } of commandCredentials(judged)) {
      report.fail('literal', at, { kind, length, field });
    }
  },
});

/** A pod whose container has these fields. */
function podWith(fields: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
${fields.replaceAll(/^/gm, '      ')}
`;
}

export const examples: CheckExamples = {
  pass: [
    podWith(`command: [web]
args:
  - --db-password=$(DB_PASSWORD)
  - --token
  - \${TOKEN}
  - --password-file
  - /etc/db/word
  - --api-key
  - ""
  - --secret-name=db
  - --password
  - --verbose`),
    podWith('command: [web, --token, "12345678", --token=12345678, --initial-cluster-token, shop-etcd-1]'),
    podWith('command: [sh, -c, "mysql -p$DB_PASSWORD"]\nargs: [{a: b}]\nlivenessProbe: {exec: {command: hunter2}}'),
  ],
  fail: [
    {
      yaml: podWith(`command: [web, --db-password=hunter2]
args:
  - --api-key
  - hunter2`),
      at: ['9:22', '12:11'],
      message: [
        'container "web" has a literal password of 7 characters in command',
        'container "web" has a literal API key of 7 characters in args',
      ],
    },
    {
      yaml: podWith(`command: [mysql]
args: [-u, root, -phunter2]`),
      at: '10:24',
      message: 'container "web" has a literal password of 7 characters in args',
    },
    {
      yaml: podWith(`livenessProbe:
  exec:
    command: [redis-cli, -a, hunter2, ping]
readinessProbe:
  exec:
    command: [sh, -c, "PGPASSWORD=hunter2 psql"]
startupProbe:
  exec:
    command: [curl, "https://me:hunter2@web.example"]
lifecycle:
  postStart:
    exec:
      command: [curl, -u, "me:hunter2", web.example]
  preStop:
    exec:
      command: [notify, --token=hunter2]`),
      at: ['11:36', '14:29', '17:27', '21:33', '24:31'],
      message: [
        'container "web" has a literal password of 7 characters in livenessProbe.exec.command',
        'container "web" has a literal password of 7 characters in readinessProbe.exec.command',
        'container "web" has a literal password in a URL of 7 characters in startupProbe.exec.command',
        'container "web" has a literal password of 7 characters in lifecycle.postStart.exec.command',
        'container "web" has a literal token of 7 characters in lifecycle.preStop.exec.command',
      ],
    },
  ],
};
