import { expect, it } from 'vitest';
import { matchesImagePattern } from './image-pattern.ts';
import { parseImageReference } from './image-reference.ts';

it.each([
  ['registry.example/web:1.4.2', 'registry.example'],
  ['registry.example/web:1.4.2', 'registry.example/'],
  ['registry.example/web:1.4.2', 'Registry.EXAMPLE'],
  ['Registry.example/web:1.4.2', 'registry.example/web'],
  ['registry.example/shop/web:1.4.2', 'registry.example/shop'],
  ['registry.example/shop/web:1.4.2', 'registry.example/shop/'],
  ['registry.example/shop/web:1.4.2', 'registry.example/shop/web'],
  ['registry.example/shop/web:1.4.2', 'registry.example/shop/web:1.4.2'],
  ['registry.example/shop/web:1.4.2', 'registry.example/shop:1.4.2'],
  ['registry.example:5000/web', 'registry.example:5000'],
  ['registry.example:5000/web:1.4.2', 'registry.example:5000/web:1.4.2'],
  ['web', 'docker.io'],
  ['web', 'docker.io/library/web'],
  ['web', 'web'],
  ['web', 'library/web'],
  ['shop/web:1.4.2', 'shop/web'],
  ['shop/web', 'shop/'],
  ['web:1.4.2', 'web:1.4.2'],
  ['registry.example/shop/web:1.4.2', 'registry.example:1.4.2'],
  ['localhost/web', 'localhost'],
  ['registry:5000/web', 'registry:5000'],
  ['index.docker.io/shop/web', 'docker.io/shop'],
  ['shop/web', 'index.docker.io/shop'],
])('%s matches %s', (image, pattern) => {
  expect(matchesImagePattern(parseImageReference(image), pattern)).toBe(true);
});

it.each([
  ['registry.example.evil.example/web', 'registry.example'],
  ['registry.example:5000/web', 'registry.example'],
  ['registry.example/web', 'registry.example:5000'],
  ['registry.example/shopping/web', 'registry.example/shop'],
  ['registry.example/Shop/web', 'registry.example/shop'],
  ['registry.example/web/shop', 'registry.example/shop'],
  ['registry.example/web:1.4.3', 'registry.example/web:1.4.2'],
  ['registry.example/web', 'registry.example/web:latest'],
  ['web', ''],
  ['/web', '/'],
  ['web:1.4.3', 'web:1.4.2'],
  ['registry:5000', 'registry:5000'],
  ['registry.example/web:1.4.3', 'registry.example:1.4.2'],
  ['registry.example/web', 'web'],
  ['mail', 'web'],
  ['shop/web', 'shop'],
  ['shop', 'shop/'],
])('%s does not match %s', (image, pattern) => {
  expect(matchesImagePattern(parseImageReference(image), pattern)).toBe(false);
});
