import { describe, expect, it } from 'vitest';
import { parseImageReference } from './image-reference.ts';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('parseImageReference', () => {
  it.each([
    ['web', 'docker.io', 'library/web', undefined, undefined],
    ['web:1.4.2', 'docker.io', 'library/web', '1.4.2', undefined],
    ['shop/web:1.4.2', 'docker.io', 'shop/web', '1.4.2', undefined],
    ['docker.io/web', 'docker.io', 'library/web', undefined, undefined],
    ['index.docker.io/web', 'docker.io', 'library/web', undefined, undefined],
    ['docker.io/shop/web', 'docker.io', 'shop/web', undefined, undefined],
    ['registry.example/web:1.4.2', 'registry.example', 'web', '1.4.2', undefined],
    ['registry.example/shop/api/web', 'registry.example', 'shop/api/web', undefined, undefined],
    ['registry:5000/web', 'registry:5000', 'web', undefined, undefined],
    ['registry:5000/web:1.4.2', 'registry:5000', 'web', '1.4.2', undefined],
    ['localhost/web:dev', 'localhost', 'web', 'dev', undefined],
    ['localhost:5000/web', 'localhost:5000', 'web', undefined, undefined],
    ['localhosts/web', 'docker.io', 'localhosts/web', undefined, undefined],
    ['localhost', 'docker.io', 'library/localhost', undefined, undefined],
    ['registry.example', 'docker.io', 'library/registry.example', undefined, undefined],
    ['registry:5000', 'docker.io', 'library/registry', '5000', undefined],
    [`web@${digest}`, 'docker.io', 'library/web', undefined, digest],
    [`registry:5000/web@${digest}`, 'registry:5000', 'web', undefined, digest],
    [`registry:5000/web:latest@${digest}`, 'registry:5000', 'web', 'latest', digest],
    ['web:', 'docker.io', 'library/web', '', undefined],
    ['web@', 'docker.io', 'library/web', undefined, ''],
    ['', 'docker.io', 'library/', undefined, undefined],
  ])('reads %j', (reference, registry, repository, tag, readDigest) => {
    expect(parseImageReference(reference)).toEqual({ registry, repository, tag, digest: readDigest });
  });
});
