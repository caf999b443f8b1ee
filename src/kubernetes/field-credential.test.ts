import { describe, expect, it } from 'vitest';
import { formatPath } from '../core/path.ts';
import { fieldCredentials } from './field-credential.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { lastApplied } from './secret-data.ts';
import { wholeObject } from './whole-object.ts';

/** Of formats, and in pieces, so that this file holds none. */
const accessKey = ['AKIA', 'Q3EGRJ4KPT5VXW7Y'].join('');
const password = 'hunter2';

/** What is found in an object: where, of what kind, and how long. */
function found(content: object): string[] {
  const [view] = wholeObject.enumerate(inventoryOfObjects([{ ...content }]));
  if (view === undefined) return [];
  return fieldCredentials(view).map(
    ({ at, kind, length, isKey, field }) =>
      `${isKey ? 'key ' : ''}${formatPath(at.path)} (${field}): ${kind} ${length}`,
  );
}

function pod(spec: object, metadata: object = {}): object {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', ...metadata }, spec };
}

function copied(text: string): string[] {
  return found({ apiVersion: 'v1', kind: 'Service', metadata: { annotations: { [lastApplied]: text } } });
}

function custom(spec: object): object {
  return { apiVersion: 'shop.example/v1', kind: 'Shop', metadata: { name: 'web' }, spec };
}

describe('fieldCredentials of kinds of Kubernetes', () => {
  it('are found by format in any field and key', () => {
    expect(
      found(pod({ containers: [{ name: accessKey, image: `web:${accessKey}` }], nodeSelector: { [accessKey]: 'a' } })),
    ).toEqual([
      'spec.containers[0].name (name): AWS access key id 20',
      'spec.containers[0].image (image): AWS access key id 20',
      `key spec.nodeSelector.${accessKey} (nodeSelector): AWS access key id 20`,
    ]);
    expect(found({ apiVersion: 'v1', kind: 'Pod', metadata: { name: accessKey } })).toEqual([
      'metadata.name (name): AWS access key id 20',
    ]);
  });

  it('are found by name in the queries of addresses', () => {
    const containers = [{ livenessProbe: { httpGet: { path: '/a?token=kJ8sD0f2' } } }, { path: 'token=kJ8sD0f2hQ' }];
    expect(found(pod({ containers }))).toEqual(['spec.containers[0].livenessProbe.httpGet.path (path): token 8']);
    const webhooks = [{ clientConfig: { url: 'https://a.example/b?api_key=kJ8sD0f2hQ&c=d' } }];
    const kind = 'ValidatingWebhookConfiguration';
    expect(found({ apiVersion: 'admissionregistration.k8s.io/v1', kind, metadata: { name: 'a' }, webhooks })).toEqual([
      'webhooks[0].clientConfig.url (url): API key 10',
    ]);
  });

  it('are not found by the names of fields', () => {
    expect(found(pod({ nodeSelector: { password }, volumes: [{ password: { value: password } }] }))).toEqual([]);
  });

  it('are found by name in annotations, labels, and the headers of probes', () => {
    const metadata = { annotations: { 'shop.example/db-password': password }, labels: { password } };
    const header = { httpHeaders: [{ name: 'X-Api-Key', value: 'kJ8sD0f2hQ' }] };
    expect(found(pod({ containers: [{ livenessProbe: { httpGet: header } }] }, metadata))).toEqual([
      'metadata.annotations["shop.example/db-password"] (shop.example/db-password): password 7',
      'metadata.labels.password (password): password 7',
      'spec.containers[0].livenessProbe.httpGet.httpHeaders[0].value (value): API key 10',
    ]);
    expect(found({ ...pod({}), annotations: { password } })).toEqual([]);
  });

  it('are left to the checks of variables and commands', () => {
    const exec = { command: ['curl', `https://shop:${password}@web.example`] };
    const container = {
      image: 'web',
      command: [accessKey],
      args: [accessKey],
      env: [{ name: accessKey, value: accessKey }],
      livenessProbe: { exec },
      lifecycle: { preStop: { exec } },
    };
    const env = 'containers[0].env[0].name (name): AWS access key id 20';
    expect(found(pod({ containers: [container] }))).toEqual([`spec.${env}`]);
    expect(found(pod({ initContainers: [container] }))).toEqual([`spec.initC${env.slice(1)}`]);
    const spec = { template: { spec: { containers: [container] } } };
    expect(found({ apiVersion: 'apps/v1', kind: 'Deployment', spec })).toEqual([`spec.template.spec.${env}`]);
    expect(found(custom({ web: spec }))).toEqual([`spec.web.template.spec.${env}`]);
  });

  it('are found in commands and values that no other check looks at', () => {
    const value = accessKey;
    expect(
      found(
        pod({ command: [value], containers: [{ ports: [{ value }], env: [{ name: 'a', valueFrom: { value } }] }] }),
      ),
    ).toEqual([
      'spec.command[0] (command): AWS access key id 20',
      'spec.containers[0].ports[0].value (value): AWS access key id 20',
      'spec.containers[0].env[0].valueFrom.value (value): AWS access key id 20',
    ]);
  });

  it('are left to the checks of Secrets and ConfigMaps, but for keys and metadata', () => {
    const annotations = { [lastApplied]: `{"data":{"password":"${password}"}}`, hook: accessKey };
    const secret = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { annotations },
      stringData: { [accessKey]: accessKey },
    };
    expect(found(secret)).toEqual([
      'metadata.annotations.hook (hook): AWS access key id 20',
      `key stringData.${accessKey} (stringData): AWS access key id 20`,
    ]);
    const data = { [accessKey]: accessKey };
    expect(
      found({ apiVersion: 'v1', kind: 'ConfigMap', data, binaryData: { a: accessKey }, other: { a: accessKey } }),
    ).toEqual([`key data.${accessKey} (data): AWS access key id 20`, 'other.a (a): AWS access key id 20']);
  });
});

describe('fieldCredentials of custom resources', () => {
  it('are found by the names of fields, of what stands beside them and above them', () => {
    expect(
      found(
        custom({
          adminPassword: password,
          clientSecret: { value: 'kJ8sD0f2hQ' },
          tokens: ['kJ8sD0f2hQ', 'read'],
          settings: [{ name: 'DB_PASSWORD', value: password }],
          config: 'level: debug\npassword: hunter2\n',
        }),
      ),
    ).toEqual([
      'spec.adminPassword (adminPassword): password 7',
      'spec.clientSecret.value (value): secret 10',
      'spec.tokens[0] (tokens): token 10',
      'spec.settings[0].value (value): password 7',
      'spec.config (config): password 7',
    ]);
  });

  it('are found in the words of commands', () => {
    expect(found(custom({ command: ['mysql', `-p${password}`], args: ['--token', 'kJ8sD0f2hQ', 1] }))).toEqual([
      'spec.command[1] (command): password 7',
      'spec.args[1] (args): token 10',
    ]);
    expect(found(custom({ args: 'text', command: { password } }))).toEqual([
      'spec.command.password (password): password 7',
    ]);
  });

  it('are no names below what is encrypted, where formats alone count', () => {
    expect(found(custom({ encryptedData: { password, key: accessKey }, sops: { token: 'kJ8sD0f2hQ' } }))).toEqual([
      'spec.encryptedData.key (key): AWS access key id 20',
    ]);
  });

  it('are a hundred at most', () => {
    expect(found(custom({ passwords: Array.from({ length: 200 }, () => ({ password })) }))).toHaveLength(100);
  });
});

describe('fieldCredentials of the copy that kubectl keeps', () => {
  const place = `metadata.annotations["${lastApplied}"] (${lastApplied})`;

  it('are found by formats and names in its JSON', () => {
    expect(
      copied(JSON.stringify({ spec: { env: [{ name: 'DB_PASSWORD', value: password }], url: accessKey } })),
    ).toEqual([`${place}: password 7`, `${place}: AWS access key id 20`]);
    expect(copied('{"spec":{"secret":"shop-db","secretName":"shop"}}')).toEqual([]);
  });

  it('are found by formats in what is no JSON', () => {
    expect(copied(`{"password":"hunter2","key":"${accessKey}"`)).toEqual([`${place}: AWS access key id 20`]);
    expect(copied('"hunter2"')).toEqual([]);
  });

  it('are not looked for without end', () => {
    expect(copied(`${'{"a":'.repeat(5000)}{"password":"hunter2"}${'}'.repeat(5000)}`)).toEqual([]);
  });
});
