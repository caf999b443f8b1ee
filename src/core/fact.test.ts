import { describe, expect, it } from 'vitest';
import { entryName, namedField } from './fact.ts';
import { recordingView, UnknownValue } from './unknown-value.ts';

const pod = {
  metadata: { labels: { 'app.kubernetes.io/name': 'web' } },
  spec: {
    containers: [
      {
        name: 'web',
        args: ['--port', '80'],
        drop: ['ALL'],
        ports: [{ containerPort: 80 }, { name: 'metrics', containerPort: 9090 }],
      },
      { image: 'nameless' },
    ],
    hostAliases: [{ ip: '10.0.0.1' }],
  },
};

describe('namedField', () => {
  it.each([
    [['spec', 'containers', 0, 'image'], 'spec.containers[web].image'],
    [['spec', 'containers', 0, 'args', 1], 'spec.containers[web].args[--port+1]'],
    [['spec', 'containers', 0, 'drop', 0], 'spec.containers[web].drop[ALL]'],
    [['spec', 'containers', 0, 'ports', 0], 'spec.containers[web].ports[80]'],
    [['spec', 'containers', 0, 'ports', 1, 'hostPort'], 'spec.containers[web].ports[metrics].hostPort'],
    [['spec', 'containers', 1], `spec.containers[${entryName({ image: 'nameless' })}]`],
    [['spec', 'hostAliases', 0], 'spec.hostAliases[10.0.0.1]'],
    [['metadata', 'labels', 'app.kubernetes.io/name'], 'metadata.labels["app.kubernetes.io/name"]'],
    [['spec', 'absent', 'deeper', 3], 'spec.absent.deeper[undefined]'],
    [['spec', 'constructor', 'name'], 'spec.constructor.name'],
    [[], ''],
  ])('names %j as %s', (path, field) => {
    expect(namedField(pod, path, [])).toBe(field);
  });

  it('gives a pod and the template it came from the same field', () => {
    const deployment = { spec: { template: pod } };
    const path = ['spec', 'containers', 0, 'image'];
    const template = ['spec', 'template'];
    expect(namedField(deployment, [...template, ...path], template)).toBe(namedField(pod, path, []));
    expect(namedField(deployment, template, template)).toBe('');
  });

  it('starts what lies outside of the root with a slash', () => {
    const deployment = { metadata: {}, spec: { template: pod, replicas: 1 } };
    const template = ['spec', 'template'];
    expect(namedField(deployment, ['metadata', 'namespace'], template)).toBe('/.metadata.namespace');
    expect(namedField(deployment, ['spec', 'replicas'], template)).toBe('/.spec.replicas');
    expect(namedField(deployment, ['spec'], template)).toBe('/.spec');
    expect(namedField(deployment, [], template)).toBe('/');
  });

  it('keeps a name that looks like the end of its entry apart', () => {
    const content = { list: [{ name: 'a][b' }, { name: 'a.[b' }] };
    expect(namedField(content, ['list', 0, 'x'], [])).toBe('list["a][b"].x');
    expect(namedField(content, ['list', 1], [])).toBe('list["a.[b"]');
  });

  it('names entries whose name is not known by what is known of them', () => {
    const name = new UnknownValue('the variable name is not set');
    const unknownName = recordingView({ list: [{ name, mountPath: '/data' }, { name, tty: true }, { name: 'web' }] });
    expect(namedField(unknownName, ['list', 0], [])).toBe('list[/data]');
    expect(namedField(unknownName, ['list', 1], [])).toBe('list[0aa8259d61ac074c]');
    expect(namedField(unknownName, ['list', 2], [])).toBe('list[web]');
  });
});

describe('entryName', () => {
  it.each([
    [{ name: 'web', key: 'k' }, 'web'],
    [{ name: 1, key: 'k' }, '1'],
    [{ name: null, key: 'k' }, 'k'],
    [{ name: { nested: true }, type: 'Localhost' }, 'Localhost'],
    [{ mountPath: '/data', subPath: 'x' }, '/data'],
    ['text', 'text'],
    [80, '80'],
    [true, 'true'],
    [null, 'null'],
  ])('of %j is %s', (entry, name) => {
    expect(entryName(entry)).toBe(name);
  });

  it('never takes a field that every object inherits for a name', () => {
    expect(entryName(JSON.parse('{"__proto__":{"name":"inherited"},"key":"own"}'))).toBe('own');
    expect(entryName(Object.create({ name: 'inherited' }))).toBe(entryName({}));
  });

  it('is a digest of the content where nothing names the entry', () => {
    expect(entryName({ verbs: ['get'] })).toBe('976a6e3485fb3de0');
    expect(entryName({ verbs: ['get'] })).not.toBe(entryName({ verbs: ['list'] }));
    expect(entryName([1])).toBe('715514c52a27bc87');
    expect(entryName([1])).not.toBe(entryName([[1]]));
    expect(entryName({ a: 'b' })).not.toBe(entryName(['a', 'b']));
  });

  it('is a digest where the name is too long to be shown', () => {
    expect(entryName('x'.repeat(256))).toBe('x'.repeat(256));
    expect(entryName('x'.repeat(257))).toBe('aae9c1518da86a26');
    expect(entryName({ name: 'x'.repeat(257) })).toMatch(/^[\da-f]{16}$/);
  });

  it('looks at no more of a huge value than it needs', () => {
    let laughs: unknown = ['ha'];
    for (let level = 0; level < 60; level += 1) laughs = [laughs, laughs];
    expect(entryName(laughs)).toMatch(/^[\da-f]{16}$/);
  });
});
