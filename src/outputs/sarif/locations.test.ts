import { describe, expect, it } from 'vitest';
import { logicalLocations, physicalLocation } from './locations.ts';

const artifactLocation = { uri: 'a%20b.yaml', uriBaseId: '%SRCROOT%' };

function sourcesOf(...lines: string[]) {
  return { line: (file: string, line: number) => (file === 'a b.yaml' ? lines[line - 1] : undefined) };
}

describe('physicalLocation', () => {
  const location = { file: 'a b.yaml', line: 2, column: 7, endLine: 2, endColumn: 11 };
  const region = { startLine: 2, startColumn: 7, endLine: 2, endColumn: 11 };

  it('quotes the region and the line around it', () => {
    expect(physicalLocation(location, sourcesOf('a: b', '  c*: true # d'))).toEqual({
      artifactLocation,
      region: { ...region, snippet: { text: 'true' } },
      contextRegion: { startLine: 2, endLine: 2, snippet: { text: '  c*: true # d' } },
    });
  });

  it('counts columns in UTF-16 units', () => {
    expect(physicalLocation(location, sourcesOf('', '👩👩: true'))).toEqual({
      artifactLocation,
      region: { ...region, snippet: { text: 'true' } },
      contextRegion: { startLine: 2, endLine: 2, snippet: { text: '👩👩: true' } },
    });
  });

  it('quotes a region that is the whole line once', () => {
    const whole = { file: 'a b.yaml', line: 1, column: 1, endLine: 1, endColumn: 5 };
    expect(physicalLocation(whole, sourcesOf('a: b'))).toEqual({
      artifactLocation,
      region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 5, snippet: { text: 'a: b' } },
    });
  });

  it('quotes no region of several lines', () => {
    expect(physicalLocation({ ...location, endLine: 3, endColumn: 1 }, sourcesOf('', '  c*: true', ''))).toEqual({
      artifactLocation,
      region: { ...region, endLine: 3, endColumn: 1 },
    });
  });

  it('quotes no line that was not read', () => {
    expect(physicalLocation(location, sourcesOf())).toEqual({ artifactLocation, region });
  });

  it('quotes lines of up to 500 characters', () => {
    const line = `  c*: true${' '.repeat(490)}`;
    expect(physicalLocation(location, sourcesOf('', line))).toEqual({
      artifactLocation,
      region: { ...region, snippet: { text: 'true' } },
      contextRegion: { startLine: 2, endLine: 2, snippet: { text: line } },
    });
    expect(physicalLocation(location, sourcesOf('', `${line} `))).toEqual({ artifactLocation, region });
  });
});

describe('logicalLocations', () => {
  it('name an object and a field of it', () => {
    const object = { kind: 'apps/Deployment', namespace: 'shop', name: 'api' };
    expect(logicalLocations(object, 'spec.replicas')).toEqual([
      { name: 'api', fullyQualifiedName: 'apps/Deployment shop/api', kind: 'object' },
      { name: 'spec.replicas', fullyQualifiedName: 'apps/Deployment shop/api spec.replicas', kind: 'property' },
    ]);
  });

  it('name an object alone, and one without a namespace', () => {
    expect(logicalLocations({ kind: 'Namespace', namespace: undefined, name: 'shop' }, '')).toEqual([
      { name: 'shop', fullyQualifiedName: 'Namespace shop', kind: 'object' },
    ]);
  });
});
