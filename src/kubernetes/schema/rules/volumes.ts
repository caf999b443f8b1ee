import { asObject, isObject, type JsonObject } from '../../../core/json.ts';
import type { Path } from '../../../core/path.ts';
import { dns1123Label } from '../../names.ts';
import { quantityOf } from '../../quantity.ts';
import type { ViolationReport } from '../violation.ts';
import { checkClaimSpec } from './claims.ts';
import { checkName, checkRange, checkUnique, entries, isAbsent, isEmpty } from './fields.ts';
import { checkTemplateMetadata } from './metadata.ts';
import type { FieldRule } from './rule.ts';
import { checkNoBacksteps, checkRelativePath } from './security-context.ts';

const FULL_MODE = 0o777;
const TEN_MINUTES = 600;
const LONGEST_TOKEN = 2 ** 32;

/** The sources in the order in which the API server looks: the first one stands, the others are too many. */
const SOURCES = [
  'emptyDir',
  'hostPath',
  'gitRepo',
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'secret',
  'nfs',
  'iscsi',
  'glusterfs',
  'flocker',
  'persistentVolumeClaim',
  'rbd',
  'cinder',
  'cephfs',
  'quobyte',
  'downwardAPI',
  'fc',
  'flexVolume',
  'configMap',
  'azureFile',
  'vsphereVolume',
  'photonPersistentDisk',
  'portworxVolume',
  'azureDisk',
  'storageos',
  'projected',
  'scaleIO',
  'csi',
  'ephemeral',
  'image',
];

/** The volumes of a pod: unique names, one source each, and what the common sources need. */
export const checkVolumes: FieldRule = (value, path, report) => {
  const volumes = entries(value, path);
  for (const [volume, at] of volumes) {
    checkName(volume['name'], dns1123Label, [...at, 'name'], report);
    // A volume without a source becomes an empty directory.
    const [first, ...others] = SOURCES.filter((name) => !isAbsent(volume[name]));
    for (const name of others) report.forbidden([...at, name], 'may not specify more than 1 volume type');
    if (first !== undefined) SOURCE_RULES.get(first)?.(volume[first], [...at, first], report);
  }
  checkUnique(
    volumes.map(([volume, at]) => [volume['name'], [...at, 'name']] as const),
    report,
  );
};

const SOURCE_RULES: ReadonlyMap<string, FieldRule> = new Map<string, FieldRule>([
  ['hostPath', (value, path, report) => checkNoBacksteps(asObject(value)['path'], [...path, 'path'], report)],
  [
    'emptyDir',
    (value, path, report) => {
      const size = quantityOf(asObject(value)['sizeLimit']);
      const words = 'SizeLimit field must be a valid resource quantity';
      if (size !== undefined && size.nano < 0n) report.forbidden([...path, 'sizeLimit'], words);
    },
  ],
  ['secret', (value, path, report) => checkKeyed(value, 'secretName', path, report)],
  ['configMap', (value, path, report) => checkKeyed(value, 'name', path, report)],
  ['downwardAPI', (value, path, report) => checkDownward(value, path, report)],
  [
    'ephemeral',
    (value, path, report) => {
      if (!isObject(value)) return;
      const template = value['volumeClaimTemplate'];
      const at = [...path, 'volumeClaimTemplate'];
      if (isAbsent(template)) report.required(at);
      if (!isObject(template)) return;
      checkTemplateMetadata(asObject(template['metadata']), [...at, 'metadata'], report);
      checkClaimSpec(asObject(template['spec']), [...at, 'spec'], report);
    },
  ],
  [
    'projected',
    (value, path, report) => {
      checkRange(asObject(value)['defaultMode'], 0, FULL_MODE, [...path, 'defaultMode'], report);
      for (const [source, at] of entries(asObject(value)['sources'], [...path, 'sources'])) {
        checkProjection(source, at, report);
      }
    },
  ],
]);

function checkProjection(source: JsonObject, path: Path, report: ViolationReport): void {
  const chosen = Object.keys(source).filter((name) => !isAbsent(source[name]));
  if (chosen.length > 1) report.forbidden(path, 'may not specify more than 1 volume type per source');
  for (const name of ['secret', 'configMap']) {
    if (isObject(source[name])) checkKeyed(source[name], 'name', [...path, name], report);
  }
  if (isObject(source['downwardAPI'])) checkDownward(source['downwardAPI'], [...path, 'downwardAPI'], report);
  const seconds = asObject(source['serviceAccountToken'])['expirationSeconds'];
  const at = [...path, 'serviceAccountToken', 'expirationSeconds'];
  if (typeof seconds !== 'number') return;
  if (seconds < TEN_MINUTES) report.invalid(at, seconds, 'may not specify a duration less than 10 minutes');
  if (seconds > LONGEST_TOKEN) report.invalid(at, seconds, 'may not specify a duration larger than 2^32 seconds');
}

/** A volume of the keys of a Secret or ConfigMap. */
function checkKeyed(value: unknown, nameField: string, path: Path, report: ViolationReport): void {
  const source = asObject(value);
  if (isEmpty(source[nameField])) report.required([...path, nameField]);
  checkRange(source['defaultMode'], 0, FULL_MODE, [...path, 'defaultMode'], report);
  for (const [item, at] of entries(source['items'], [...path, 'items'])) {
    checkRelativePath(item['path'], [...at, 'path'], report);
    checkRange(item['mode'], 0, FULL_MODE, [...at, 'mode'], report);
  }
}

function checkDownward(value: unknown, path: Path, report: ViolationReport): void {
  checkRange(asObject(value)['defaultMode'], 0, FULL_MODE, [...path, 'defaultMode'], report);
  for (const [item, at] of entries(asObject(value)['items'], [...path, 'items'])) {
    checkRelativePath(item['path'], [...at, 'path'], report);
    const chosen = ['fieldRef', 'resourceFieldRef'].filter((name) => !isAbsent(item[name]));
    if (chosen.length === 0) report.required(at, 'one of fieldRef and resourceFieldRef is required');
  }
}
