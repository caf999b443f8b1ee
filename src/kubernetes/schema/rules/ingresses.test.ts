import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../core/json.ts';
import { violationLines } from '../violation-lines.ts';

function lines(spec: JsonObject): string[] {
  return violationLines({ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'i' }, spec });
}

function pathLines(path: JsonObject): string[] {
  return lines({ rules: [{ http: { paths: [path] } }] }).map((line) =>
    line.replace('spec.rules[0].http.paths[0].', ''),
  );
}

const backend = { service: { name: 's', port: { number: 80 } } };

describe('an Ingress', () => {
  it('passes with rules or a default', () => {
    expect(lines({ defaultBackend: backend })).toEqual([]);
    expect(
      lines({ rules: [{ host: '*.example.com' }, { http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }] }),
    ).toEqual([]);
    expect(pathLines({ pathType: 'ImplementationSpecific', backend: { resource: { kind: 'A', name: 'b' } } })).toEqual(
      [],
    );
  });

  it('leads somewhere', () => {
    expect(lines({})).toEqual(['spec: Invalid value: null: either `defaultBackend` or `rules` must be specified']);
    expect(lines({ rules: [{ http: {} }] })).toEqual(['spec.rules[0].http.paths: Required value']);
  });

  it('is for names, not for addresses', () => {
    expect(lines({ rules: [{ host: '10.0.0.1' }] })).toEqual([
      'spec.rules[0].host: Invalid value: "10.0.0.1": must be a DNS name, not an IP address',
    ]);
    const [host = '', tls = ''] = lines({ rules: [{ host: 'a.*' }], tls: [{ hosts: ['A'] }] });
    expect(host.startsWith('spec.rules[0].host: Invalid value: "a.*": a wildcard DNS-1123 subdomain must start')).toBe(
      true,
    );
    expect(tls.startsWith('spec.tls[0].hosts[0]: Invalid value: "A": a lowercase RFC 1123 subdomain')).toBe(true);
  });
});

describe('paths', () => {
  it.each([
    ['a', 'path: Invalid value: "a": must be an absolute path'],
    ['/a//b', 'path: Invalid value: "/a//b": must not contain \'//\''],
    ['/a/..', 'path: Invalid value: "/a/..": cannot end with \'/..\''],
    [undefined, 'path: Invalid value: "": must be an absolute path'],
  ])('%j', (path, line) => {
    expect(pathLines({ ...(path === undefined ? {} : { path }), pathType: 'Exact', backend })).toEqual([line]);
  });

  it('have a type, without which nothing else is judged', () => {
    expect(pathLines({ path: 'a' })).toEqual(['pathType: Required value']);
  });
});

describe('backends', () => {
  it.each([
    [{}, 'backend: Invalid value: "": resource or service backend is required'],
    [
      { ...backend, resource: { kind: 'A', name: 'b' } },
      'backend: Invalid value: "": cannot set both resource and service backends',
    ],
    [{ service: { name: 's' } }, 'backend: Required value: port name or number is required'],
    [
      { service: { name: 's', port: { name: 'http', number: 80 } } },
      'backend: Invalid value: "": cannot set both port name & port number',
    ],
    [
      { service: { name: 's', port: { number: 70_000 } } },
      'backend.service.port.number: Invalid value: 70000: must be between 1 and 65535, inclusive',
    ],
    [
      { service: { name: 's', port: { name: '8' } } },
      'backend.service.port.name: Invalid value: "8": must contain at least one letter (a-z)',
    ],
    [
      { service: { name: 's.t', port: { number: 80 } } },
      'backend.service.name: Invalid value: "s.t": must not contain dots',
    ],
    [{ service: { port: { number: 80 } } }, 'backend.service.name: Required value'],
  ])('%j', (one, line) => {
    expect(pathLines({ path: '/', pathType: 'Prefix', backend: one })).toEqual([line]);
  });
});
