import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject, asString, type JsonObject } from '../../core/json.ts';
import { addressRange, isInside } from '../../kubernetes/address-range.ts';
import { effectiveDirections, rulesOf } from '../../kubernetes/network/policy-direction.ts';
import { objectsOf } from '../../kubernetes/object.ts';

/** Where clouds answer with the credentials of the node, as IPv4 and IPv6. */
const metadataAddresses = ['169.254.169.254/32', 'fd00:ec2::254/128'];
const HTTP_PORT = 80;

export default defineCheck({
  id: 'networkpolicy-metadata-egress',
  on: objectsOf('networking.k8s.io/NetworkPolicy'),
  severity: 'medium',
  title: 'Network policy lets pods reach the metadata service',
  why: 'The metadata service of a cloud hands the credentials of the node to whoever asks.',
  advice: 'Except the address from the block, or allow only the blocks that are needed.',
  messages: { reached: 'the block {cidr} holds the metadata address {address}' },
  evaluate(judged, report) {
    if (!effectiveDirections(judged.spec).includes('Egress')) return;
    for (const [index, rule] of rulesOf(judged.spec, 'Egress').entries()) {
      if (!allowsHttp(rule)) continue;
      for (const [peer, entry] of asList(rule['to']).entries()) {
        const { cidr: written, except } = asObject(asObject(entry)['ipBlock']);
        const cidr = asString(written) ?? '';
        for (const address of metadataAddresses) {
          if (!holds(cidr, address)) continue;
          if (asList(except).some((hole) => holds(asString(hole) ?? '', address))) continue;
          report.fail('reached', judged.at('spec', 'egress', index, 'to', peer, 'ipBlock', 'cidr'), {
            cidr,
            address: address.slice(0, address.indexOf('/')),
          });
        }
      }
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'a pod that takes its cloud credentials from the node no longer gets them',
    edits(edit, finding) {
      const { resource, path } = finding.at;
      const excepted = metadataAddresses.find((address) => address.startsWith(`${String(finding.data['address'])}/`));
      edit.append({ resource, path: [...path.slice(0, -1), 'except'] }, excepted);
    },
  },
});

/** No ports allow all of them; a port is a number, a range, a name or, unset, every one of its protocol. */
function allowsHttp(rule: JsonObject): boolean {
  const ports = asList(rule['ports']).map(asObject);
  if (ports.length === 0) return true;
  return ports.some(({ protocol, port, endPort }) => {
    if ((protocol ?? 'TCP') !== 'TCP') return false;
    if (port === undefined || port === null) return true;
    return typeof port === 'number' && port <= HTTP_PORT && HTTP_PORT <= (typeof endPort === 'number' ? endPort : port);
  });
}

function holds(outer: string, inner: string): boolean {
  const [range, address] = [addressRange(outer), addressRange(inner)];
  return range !== undefined && address !== undefined && isInside(address, range);
}

function policy(rule: string, types = 'Egress'): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: rules
  namespace: shop
spec:
  podSelector: {}
  policyTypes: [${types}]
  egress:
    - to:
        - podSelector: {}
${rule}`;
}

function block(cidr: string, rest = ''): string {
  return `        - ipBlock:\n            cidr: ${cidr}\n${rest}`;
}

const exceptions = '            except:\n              - ';
const message = 'the block 0.0.0.0/0 holds the metadata address 169.254.169.254';

export const examples: CheckExamples = {
  pass: [
    policy(block('10.0.0.0/8')),
    policy(block('0.0.0.0/0', `${exceptions}169.254.0.0/16\n`)),
    policy(block('0.0.0.0/0', '      ports:\n        - port: 443\n')),
    policy(block('0.0.0.0/0', '      ports:\n        - {port: 80, protocol: UDP}\n        - port: http\n')),
    policy(block('0.0.0.0/0', '      ports:\n        - {port: 70, endPort: 79}\n        - {port: 81, endPort: 90}\n')),
    policy(block('0.0.0.0/0'), 'Ingress'),
  ],
  fail: [
    {
      yaml: policy(block('0.0.0.0/0', `${exceptions}10.0.0.0/8\n`)),
      at: '13:19',
      message,
      fixed: policy(block('0.0.0.0/0', `${exceptions}10.0.0.0/8\n              - 169.254.169.254/32\n`)),
    },
    {
      yaml: policy(block('"::/0"')),
      at: '13:19',
      message: 'the block ::/0 holds the metadata address fd00:ec2::254',
      fixed: policy(block('"::/0"', `${exceptions}fd00:ec2::254/128\n`)),
    },
    ...[
      '{port: 80}',
      '{protocol: TCP}',
      '{port: null, protocol: TCP}',
      '{port: 80, endPort: 90}',
      '{port: 1, endPort: 80}',
    ].map((port) => ({
      yaml: policy(block('0.0.0.0/0', `            except: []\n      ports:\n        - ${port}\n`)),
      at: '13:19',
      message,
      fixed: policy(
        block(
          '0.0.0.0/0',
          `            except:\n              - 169.254.169.254/32\n      ports:\n        - ${port}\n`,
        ),
      ),
    })),
  ],
};
