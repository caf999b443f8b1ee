// Writes the compact schemas and the API life from Kubernetes' own sources. Run by hand, where Go is: it fills Go's module
// cache and keeps nothing else of what it reads.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { enumsOf } from './generate-schemas/enums.ts';
import { downloadModule, newestPatches } from './generate-schemas/go-modules.ts';
import { type ApiLifecycle, lifecyclesOf } from './generate-schemas/lifecycles.ts';
import { readOpenApi, type VersionSchemas } from './generate-schemas/open-api.ts';
import { apiLifeModule, schemasModule } from './generate-schemas/write.ts';

const minors = [31, 32, 33, 34, 35, 36];
const lifecycleModules = ['k8s.io/api', 'k8s.io/apiextensions-apiserver'];

const versions: VersionSchemas[] = [];
const lifecycles = new Map<string, ApiLifecycle>();
const read: string[] = [];
for (const { minor, patch } of newestPatches('k8s.io/kubernetes', minors)) {
  const kubernetes = downloadModule('k8s.io/kubernetes', `v1.${minor}.${patch}`);
  const enums = enumsOf(join(kubernetes, 'pkg/generated/openapi/zz_generated.openapi.go'));
  versions.push(readOpenApi(join(kubernetes, 'api/openapi-spec/swagger.json'), minor, enums));
  for (const module of lifecycleModules) {
    const folder = downloadModule(module, `v0.${minor}.${patch}`);
    // The newest version that still has a kind says best how long it lives.
    for (const lifecycle of lifecyclesOf(folder))
      lifecycles.set(`${lifecycle.apiVersion} ${lifecycle.kind}`, lifecycle);
  }
  read.push(`1.${minor}.${patch}`);
}

const target = join(dirname(import.meta.dirname), 'src/kubernetes/schema');
writeFileSync(join(target, 'schemas.generated.ts'), schemasModule(versions, read));
writeFileSync(join(target, 'api-life.generated.ts'), apiLifeModule(versions, [...lifecycles.values()], read));
process.stdout.write(`wrote the schemas and the API life of Kubernetes ${read.join(', ')}\n`);
