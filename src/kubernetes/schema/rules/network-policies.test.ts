import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../core/json.ts';
import { violationLines } from '../violation-lines.ts';

function lines(spec: JsonObject): string[] {
  return violationLines({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'n' }, spec });
}

function portLines(port: JsonObject): string[] {
  return lines({ ingress: [{ ports: [port] }] }).map((line) => line.replace('spec.ingress[0].ports[0].', ''));
}

function blockLines(ipBlock: JsonObject): string[] {
  return lines({ egress: [{ to: [{ ipBlock }] }] }).map((line) => line.replace('spec.egress[0].to[0].ipBlock.', ''));
}

it('passes what allows everything, and nothing', () => {
  expect(lines({})).toEqual([]);
  expect(lines({ podSelector: {}, ingress: [{}], egress: [], policyTypes: ['Ingress', 'Egress'] })).toEqual([]);
});

it('asks for known types, two at most', () => {
  expect(lines({ policyTypes: ['', 'Both'] })).toEqual([
    'spec.policyTypes[1]: Unsupported value: "Both": supported values: "Egress", "Ingress"',
    'spec.policyTypes[0]: Unsupported value: "": supported values: "Ingress", "Egress"',
  ]);
  expect(lines({ policyTypes: ['Egress', 'Egress', 'Egress'] })).toEqual([
    'spec.policyTypes: Invalid value: ["Egress","Egress","Egress"]: may not specify more than two policyTypes',
  ]);
});

it('asks for a peer, of one sort', () => {
  const ipBlock = { cidr: '10.0.0.0/8' };
  expect(
    lines({ ingress: [{ from: [{}, { ipBlock, podSelector: {} }, { podSelector: {}, namespaceSelector: {} }] }] }),
  ).toEqual([
    'spec.ingress[0].from[0]: Required value: must specify a peer',
    'spec.ingress[0].from[1]: Forbidden: may not specify both ipBlock and another peer',
  ]);
});

describe('ports', () => {
  it.each([
    [{ port: 0 }, 'port: Invalid value: 0: must be between 1 and 65535, inclusive'],
    [{ port: '80' }, 'port: Invalid value: "80": must contain at least one letter (a-z)'],
    [{ endPort: 80 }, 'endPort: Invalid value: 80: may not be specified when `port` is not specified'],
    [{ port: 'http', endPort: 80 }, 'endPort: Invalid value: 80: may not be specified when `port` is non-numeric'],
    [{ port: 80, endPort: 79 }, 'endPort: Invalid value: 80: must be greater than or equal to `port`'],
    [{ port: 80, endPort: 70_000 }, 'endPort: Invalid value: 70000: must be between 1 and 65535, inclusive'],
  ])('%j', (port, line) => {
    expect(portLines(port)).toEqual([line]);
  });
});

describe('blocks', () => {
  it('pass where the exceptions are within', () => {
    expect(blockLines({ cidr: '10.0.0.0/8', except: ['10.1.0.0/16', '10.255.255.255/32'] })).toEqual([]);
    expect(
      blockLines({ cidr: '::/0', except: ['2001:db8::/32', '::ffff:10.0.0.1/128', '1:2:3:4:5:6:7:8/128'] }),
    ).toEqual([]);
  });

  const words = 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)';
  it.each([
    [{}, 'cidr: Required value'],
    [{ cidr: '10.0.0.0' }, `cidr: Invalid value: "10.0.0.0": ${words}`],
    [{ cidr: '10.0.0/8' }, `cidr: Invalid value: "10.0.0/8": ${words}`],
    [{ cidr: '10.0.0.256/8' }, `cidr: Invalid value: "10.0.0.256/8": ${words}`],
    [{ cidr: '10.0.0.0/33' }, `cidr: Invalid value: "10.0.0.0/33": ${words}`],
    [{ cidr: '1::2::3/64' }, `cidr: Invalid value: "1::2::3/64": ${words}`],
    [{ cidr: '1:2:3/64' }, `cidr: Invalid value: "1:2:3/64": ${words}`],
    [{ cidr: '1:2:3:4:5:6:7::8/64' }, `cidr: Invalid value: "1:2:3:4:5:6:7::8/64": ${words}`],
    [{ cidr: '::1.2.3/64' }, `cidr: Invalid value: "::1.2.3/64": ${words}`],
    [
      { cidr: '10.0.0.0/8', except: ['11.0.0.0/16'] },
      'except[0]: Invalid value: "11.0.0.0/16": must be a strict subset of `cidr`',
    ],
    [
      { cidr: '10.0.0.0/8', except: ['10.0.0.0/8'] },
      'except[0]: Invalid value: "10.0.0.0/8": must be a strict subset of `cidr`',
    ],
    [
      { cidr: '10.0.0.0/8', except: ['2001:db8::/32'] },
      'except[0]: Invalid value: "2001:db8::/32": must be a strict subset of `cidr`',
    ],
    [{ cidr: '10.0.0.0/8', except: ['all'] }, `except[0]: Invalid value: "all": ${words}`],
  ])('%j', (block, line) => {
    expect(blockLines(block)).toEqual([line]);
  });
});
