import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asList, asObject, isObject, type JsonObject } from '../../src/core/json.ts';
import { readYaml } from '../../src/text/yaml/read.ts';

const FOLDER = 'plugin/pkg/auth/authorizer/rbac/bootstrappolicy/testdata';

/** What the API server makes with its default feature gates. */
const FILES = [
  'cluster-roles',
  'controller-roles',
  'cluster-role-bindings',
  'controller-role-bindings',
  'namespace-roles',
  'namespace-role-bindings',
];

/** The roles and bindings that Kubernetes records of itself, in its sources. Throws an Error if a file is not as expected. */
export function readPolicy(kubernetesFolder: string): JsonObject[] {
  return FILES.flatMap((name) => {
    const file = join(kubernetesFolder, FOLDER, `${name}.yaml`);
    const { documents, problems } = readYaml(readFileSync(file, 'utf8'));
    const items = documents.flatMap(({ value }) => asList(asObject(value)['items'])).filter(isObject);
    if (problems.length > 0 || items.length === 0) throw new Error(`${file} is no list of objects`);
    return items.map(withoutNullTimestamp);
  });
}

/** Older releases record a time that is never set. */
function withoutNullTimestamp(object: JsonObject): JsonObject {
  const { creationTimestamp, ...metadata } = asObject(object['metadata']);
  return creationTimestamp === null ? { ...object, metadata } : object;
}
