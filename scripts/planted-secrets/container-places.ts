import { indented, type Place, place, pod } from './place.ts';

const inEnvironment = 'secret-in-env';
const inCommand = 'secret-in-command';

function variable(name: string, written: string): string {
  return `env:\n  - name: ${name}\n    value: ${written}`;
}

/** Places in the containers of pods that a check covers. */
export const containerPlaces: readonly Place[] = [
  place('env, plain', inEnvironment, (value, name) => pod(variable(name, value))),
  place('env, double quotes', inEnvironment, (value, name) => pod(variable(name, `"${value}"`))),
  place('env, single quotes', inEnvironment, (value, name) => pod(variable(name, `'${value}'`))),
  place('env, flow style', inEnvironment, (value, name) => pod(`env: [{name: ${name}, value: "${value}"}]`)),
  place('env, value first', inEnvironment, (value, name) => pod(`env:\n  - value: ${value}\n    name: ${name}`)),
  place('env, block', inEnvironment, (value, name) => pod(`env:\n  - name: ${name}\n    value: |\n      ${value}`)),
  place('env, escapes', inEnvironment, (value, name) => pod(variable(name, `"${escaped(value)}"`))),
  place('env, init container', inEnvironment, (value, name) => pod(variable(name, value), true)),
  place('env, URL', inEnvironment, (value) => pod(variable('DATABASE', `postgres://shop:${value}@db.example/shop`))),
  place('env, without a name that says so', inEnvironment, (value) => pod(variable('SETTING', value)), {
    needsFormat: true,
  }),
  place('env, CronJob', inEnvironment, (value, name) => cronJob(variable(name, value))),
  place('env, JSON', inEnvironment, (value, name) => json(name, value), { form: 'json' }),
  place('env, alias', inEnvironment, (value, name) => `x: &x ${value}\n${pod(variable(name, '*x'))}`),
  place('args, joined option', inCommand, (value) => pod(`args: [serve, "--db-password=${value}"]`)),
  place('args, option and value', inCommand, (value) => pod(`args:\n  - --auth-token\n  - ${value}`)),
  place('args, option and value in flow style', inCommand, (value) => pod(`args: ["--api-key", "${value}"]`)),
  place('args, format alone', inCommand, (value) => pod(`args: [login, ${value}]`), { needsFormat: true }),
  place('command, variable of the shell', inCommand, (value) =>
    pod(`command: [sh, -c, "PGPASSWORD=${value} psql -h db"]`),
  ),
  place('command, block', inCommand, (value) =>
    pod(`command:\n  - sh\n  - -c\n  - |\n    set -e\n    export API_TOKEN=${value}\n    serve`),
  ),
  place('command, mysql -p', inCommand, (value) => pod(`command: [sh, -c, "mysql -u shop -p${value} shop"]`)),
  place('command and args, mysql -p', inCommand, (value) => pod(`command: [mysql]\nargs: [-u, shop, "-p${value}"]`)),
  place('command, curl -u', inCommand, (value) =>
    pod(`command: [sh, -c, "curl -u shop:${value} https://web.example"]`),
  ),
  place('command, header', inCommand, (value) =>
    pod(`command: [curl, -H, "Authorization: Bearer ${value}", web.example]`),
  ),
  place('command, pipe', inCommand, (value) =>
    pod(`command: [sh, -c, "echo ${value} | docker login -u shop --password-stdin registry.example"]`),
  ),
  place('command, URL', inCommand, (value) => pod(`args: ["--amqp", "amqp://shop:${value}@mq.example:5672/"]`)),
  place('command, folded', inCommand, (value) =>
    pod(`command:\n  - sh\n  - -c\n  - >-\n    redis-cli\n    -a ${value}\n    ping`),
  ),
  place('probe', inCommand, (value) => pod(`livenessProbe:\n  exec:\n    command: [redis-cli, -a, "${value}", ping]`)),
  place('hook', inCommand, (value) =>
    pod(`lifecycle:\n  preStop:\n    exec:\n      command: [notify, "--token=${value}"]`),
  ),
];

/** Every third character as an escape. */
function escaped(value: string): string {
  return Array.from(value)
    .map((character, index) =>
      index % 3 === 0 ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : character,
    )
    .join('');
}

function cronJob(fields: string): string {
  return `apiVersion: batch/v1
kind: CronJob
metadata:
  name: planted
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          hostPID: true
          containers:
            - name: web
              image: registry.example/web:1.4.2
${indented(fields, 14)}
`;
}

function json(name: string, value: string): string {
  const container = { name: 'web', image: 'registry.example/web', env: [{ name, value }] };
  const spec = { hostPID: true, containers: [container] };
  return JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'planted' }, spec });
}
