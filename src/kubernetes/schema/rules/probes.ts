import { isObject, type JsonObject } from '../../../core/json.ts';
import type { Path } from '../../../core/path.ts';
import { headerName } from '../../names.ts';
import type { ViolationReport } from '../violation.ts';
import { checkName, checkNotNegative, entries, isAbsent } from './fields.ts';
import { checkPort, checkPortNumber } from './ports.ts';
import type { FieldRule } from './rule.ts';

const PROBE_NUMBERS = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
];
const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'];

/** The probes of a container, and its lifecycle handlers. `gracePeriod` is the pod's, in seconds. */
export function checkProbes(container: JsonObject, path: Path, gracePeriod: number, report: ViolationReport): void {
  for (const name of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    const probe = container[name];
    const at = [...path, name];
    if (!isObject(probe)) continue;
    checkHandler(probe, at, gracePeriod, report);
    checkNotNegative(probe, PROBE_NUMBERS, at, report);
    const { successThreshold, terminationGracePeriodSeconds: grace } = probe;
    const isOne = isAbsent(successThreshold) || successThreshold === 0 || successThreshold === 1;
    if (name !== 'readinessProbe' && typeof successThreshold === 'number' && !isOne) {
      report.invalid([...at, 'successThreshold'], successThreshold, 'must be 1');
    }
    if (typeof grace !== 'number') continue;
    const place = [...at, 'terminationGracePeriodSeconds'];
    if (name === 'readinessProbe') report.invalid(place, grace, 'must not be set for readinessProbes');
    else if (grace <= 0) report.invalid(place, grace, 'must be greater than 0');
  }
  const lifecycle = container['lifecycle'];
  if (!isObject(lifecycle)) return;
  for (const name of ['postStart', 'preStop']) {
    const handler = lifecycle[name];
    if (isObject(handler)) checkHandler(handler, [...path, 'lifecycle', name], gracePeriod, report);
  }
}

function checkHandler(handler: JsonObject, path: Path, gracePeriod: number, report: ViolationReport): void {
  const [first, ...others] = HANDLERS.filter((name) => !isAbsent(handler[name]));
  if (first === undefined) report.required(path, 'must specify a handler type');
  else HANDLER_RULES.get(first)?.(handler[first], [...path, first], report);
  for (const name of others) report.forbidden([...path, name], 'may not specify more than 1 handler type');
  const sleep = handler['sleep'];
  const seconds = first === 'sleep' && isObject(sleep) ? sleep['seconds'] : undefined;
  if (typeof seconds === 'number' && (seconds < 0 || seconds > gracePeriod)) {
    const words = `must be non-negative and less than terminationGracePeriodSeconds (${gracePeriod})`;
    report.invalid([...path, 'sleep'], seconds, words);
  }
}

const HANDLER_RULES: ReadonlyMap<string, FieldRule> = new Map<string, FieldRule>([
  [
    'exec',
    (value, path, report) => {
      if (!isObject(value)) return;
      const { command } = value;
      const hasNone = isAbsent(command) || (Array.isArray(command) && command.length === 0);
      if (hasNone) report.required([...path, 'command']);
    },
  ],
  [
    'httpGet',
    (value, path, report) => {
      if (!isObject(value)) return;
      checkPort(value['port'], [...path, 'port'], report, true);
      for (const [header] of entries(value['httpHeaders'], path)) {
        checkName(header['name'], headerName, [...path, 'httpHeaders'], report);
      }
    },
  ],
  ['tcpSocket', (value, path, report) => isObject(value) && checkPort(value['port'], [...path, 'port'], report, true)],
  ['grpc', (value, path, report) => isObject(value) && checkPortNumber(value['port'], [...path, 'port'], report, true)],
]);
