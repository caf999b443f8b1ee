import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList } from '../../core/json.ts';
import { container } from '../../kubernetes/container.ts';
import { namesProgram } from '../../kubernetes/shell-words.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'sudo-in-command',
  on: workload,
  each: container,
  severity: 'low',
  title: 'Command gains rights by sudo',
  why: 'The image lets its user become root without a password, and so does whoever takes over the process.',
  advice: 'Run the container as the user that the command needs, and take sudo out of the image.',
  messages: { used: 'runs sudo in its {field}' },
  evaluate(judged, report) {
    for (const field of ['command', 'args']) {
      for (const [index, entry] of asList(judged.content[field]).entries()) {
        if (typeof entry !== 'string' || !namesProgram(entry, 'sudo')) continue;
        report.fail('used', judged.at(field, index), { field });
      }
    }
  },
});

export const examples: CheckExamples = {
  pass: [
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/sudo:1.4.2
      command: [/bin/sh, -c]
      args:
        - cat /etc/sudoers /etc/sudo.conf | pseudo --sudo
        - Sudo
        - 1
    - name: sudo
      image: registry.example/metrics:2.0.1
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
    - name: prepare
      image: registry.example/prepare:1.0.0
      command: [sudo, -u, web, /prepare]
  containers:
    - name: web
      image: registry.example/web:1.4.2
      command:
        - /bin/sh
        - -c
        - mkdir /cache && (/usr/bin/"sudo" chown web /cache)
      args: [start, "true;sudo -i"]
`,
      at: ['9:17', '16:11', '17:21'],
      message: [
        'init container "prepare" runs sudo in its command',
        'container "web" runs sudo in its command',
        'container "web" runs sudo in its args',
      ],
    },
  ],
};
