// Writes the objects that every cluster has from Kubernetes' own sources. Run by hand, where Go is: it fills Go's module
// cache and keeps nothing else of what it reads.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readPolicy } from './generate-bootstrap/read-policy.ts';
import { bootstrapModule, type VersionObjects } from './generate-bootstrap/write.ts';
import { downloadModule, newestPatches } from './generate-schemas/go-modules.ts';

const minors = [31, 32, 33, 34, 35, 36];

/** Made by Go code rather than recorded in a file; the same in all these versions. */
const namespaces = ['default', 'kube-node-lease', 'kube-public', 'kube-system'].map((name) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
}));
const priorityClasses = Object.entries({
  'system-cluster-critical': 2_000_000_000,
  'system-node-critical': 2_000_001_000,
}).map(([name, value]) => ({ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name }, value }));

const versions: VersionObjects[] = [];
const read: string[] = [];
for (const { minor, patch } of newestPatches('k8s.io/kubernetes', minors)) {
  const folder = downloadModule('k8s.io/kubernetes', `v1.${minor}.${patch}`);
  versions.push({ minor, objects: [...readPolicy(folder), ...namespaces, ...priorityClasses] });
  read.push(`1.${minor}.${patch}`);
}

const target = join(dirname(import.meta.dirname), 'src/kubernetes/bootstrap/bootstrap.generated.ts');
writeFileSync(target, bootstrapModule(versions, read));
process.stdout.write(`wrote what every cluster of Kubernetes ${read.join(', ')} has\n`);
