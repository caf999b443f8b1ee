import { asList, asObject, type JsonObject } from '../../../core/json.ts';
import type { Path } from '../../../core/path.ts';
import { holdsUnknownValue } from '../../../core/unknown-value.ts';
import { dns1123Label, portName } from '../../names.ts';
import type { ViolationReport } from '../violation.ts';
import { checkEnvironment } from './environment.ts';
import { checkName, checkUnique, entries, isAbsent, isEmpty } from './fields.ts';
import { checkPortNumber } from './ports.ts';
import { checkProbes } from './probes.ts';
import { checkResources } from './resources.ts';
import { checkNoBacksteps, checkRelativePath, checkSecurityContext } from './security-context.ts';

/** What a container's rules need to know of its pod. */
export interface PodOfContainers {
  readonly gracePeriod: number;
  readonly usersOfHost: boolean;
  readonly usesHostNetwork: boolean;
  /** Names of the volumes; undefined if some are not known. */
  readonly volumes: ReadonlySet<unknown> | undefined;
}

/** The containers of a pod, init containers included; ephemeral ones are never part of what is created. */
export function checkContainers(spec: JsonObject, path: Path, pod: PodOfContainers, report: ViolationReport): void {
  const regular = entries(spec['containers'], [...path, 'containers']);
  const hasNone = isAbsent(spec['containers']) || (Array.isArray(spec['containers']) && regular.length === 0);
  if (hasNone) report.required([...path, 'containers']);
  for (const [container, at] of regular) {
    checkContainer(container, at, pod, report);
    checkProbes(container, at, pod.gracePeriod, report);
  }
  const init = entries(spec['initContainers'], [...path, 'initContainers']);
  for (const [container, at] of init) {
    checkContainer(container, at, pod, report);
    const isSidecar = container['restartPolicy'] === 'Always';
    if (isSidecar) checkProbes(container, at, pod.gracePeriod, report);
    else checkInitContainer(container, at, report);
  }
  checkUnique(
    [...regular, ...init].map(([container, at]) => [container['name'], [...at, 'name']] as const),
    report,
  );
  checkHostPorts(regular, report);
}

function checkInitContainer(container: JsonObject, path: Path, report: ViolationReport): void {
  for (const name of ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe']) {
    if (isAbsent(container[name])) continue;
    report.forbidden([...path, name], 'may not be set for init containers without restartPolicy=Always');
  }
}

function checkContainer(container: JsonObject, path: Path, pod: PodOfContainers, report: ViolationReport): void {
  checkName(container['name'], dns1123Label, [...path, 'name'], report);
  if (isEmpty(container['image'])) report.required([...path, 'image']);
  checkContainerPorts(container, path, pod.usesHostNetwork, report);
  checkEnvironment(container, path, report);
  checkMounts(container, path, pod.volumes, report);
  checkResources(container['resources'], [...path, 'resources'], report);
  checkSecurityContext(container['securityContext'], [...path, 'securityContext'], pod.usersOfHost, report);
}

function checkContainerPorts(container: JsonObject, path: Path, onHost: boolean, report: ViolationReport): void {
  const ports = entries(container['ports'], [...path, 'ports']);
  for (const [port, at] of ports) {
    const { containerPort, hostPort } = port;
    const place = [...at, 'containerPort'];
    checkName(port['name'], portName, [...at, 'name'], report);
    if (isAbsent(containerPort) || containerPort === 0) report.required(place);
    else checkPortNumber(containerPort, place, report);
    if (hostPort === 0 || isAbsent(hostPort)) continue;
    checkPortNumber(hostPort, [...at, 'hostPort'], report);
    if (onHost && typeof hostPort === 'number' && typeof containerPort === 'number' && hostPort !== containerPort) {
      report.invalid(place, containerPort, 'must match `hostPort` when `hostNetwork` is true');
    }
  }
  checkUnique(
    ports.map(([port, at]) => [port['name'], [...at, 'name']] as const),
    report,
  );
}

/** Two containers of a pod cannot have the same port of the node. */
function checkHostPorts(containers: readonly (readonly [JsonObject, Path])[], report: ViolationReport): void {
  const taken: (readonly [string, Path])[] = [];
  for (const [container, path] of containers) {
    for (const [port, at] of entries(container['ports'], [...path, 'ports'])) {
      const { hostPort, hostIP, protocol } = port;
      if (typeof hostPort !== 'number' || hostPort === 0) continue;
      const address = typeof hostIP === 'string' ? hostIP : '';
      const transport = typeof protocol === 'string' && protocol !== '' ? protocol : 'TCP';
      taken.push([`${transport}/${address}/${hostPort}`, [...at, 'hostPort']]);
    }
  }
  checkUnique(taken, report);
}

function checkMounts(
  container: JsonObject,
  path: Path,
  volumes: ReadonlySet<unknown> | undefined,
  report: ViolationReport,
): void {
  const devices = asList(container['volumeDevices']).map(asObject);
  const mountPaths = new Set<unknown>();
  const all = [...path, 'volumeMounts'];
  for (const [mount, at] of entries(container['volumeMounts'], all)) {
    const { name, mountPath, subPath, subPathExpr } = mount;
    if (!isEmpty(name) && volumes?.has(name) === false) report.notFound([...at, 'name'], name);
    if (devices.some((device) => !isEmpty(name) && device['name'] === name)) {
      report.invalid([...at, 'name'], name, 'must not already exist in volumeDevices');
    }
    if (!isEmpty(mountPath) && mountPaths.has(mountPath)) {
      report.invalid([...at, 'mountPath'], mountPath, 'must be unique');
    }
    mountPaths.add(mountPath);
    checkRelativePath(subPath, [...at, 'subPath'], report);
    checkRelativePath(subPathExpr, [...at, 'subPathExpr'], report);
    if (!isEmpty(subPath) && !isEmpty(subPathExpr)) {
      report.invalid([...at, 'subPathExpr'], subPathExpr, 'subPathExpr and subPath are mutually exclusive');
    }
    const context = container['securityContext'];
    const isPrivileged = asObject(context)['privileged'] === true || holdsUnknownValue(context);
    if (mount['mountPropagation'] === 'Bidirectional' && !isPrivileged) {
      const words = 'Bidirectional mount propagation is available only to privileged containers';
      report.forbidden([...at, 'mountPropagation'], words);
    }
  }
  for (const [device, at] of entries(container['volumeDevices'], [...path, 'volumeDevices'])) {
    if (!isEmpty(device['name']) && volumes?.has(device['name']) === false) {
      report.notFound([...at, 'name'], device['name']);
    }
    checkNoBacksteps(device['devicePath'], [...at, 'devicePath'], report);
  }
}
