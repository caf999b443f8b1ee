import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWorkspace, groupDocuments, joinDocuments } from './workspace.ts';

const manifests = [
  { file: 'shop/a.yaml', text: 'a: ä\n' },
  { file: 'b.yaml', text: '---\nb: 1\n' },
];

describe('createWorkspace', () => {
  it('writes folders and files, says how many bytes, and removes all of it', () => {
    const workspace = createWorkspace();
    const folder = workspace.writeFolder('many', manifests);
    const file = workspace.writeDocuments('all.yaml', manifests);
    expect(readFileSync(join(folder.path, 'shop', 'a.yaml'), 'utf8')).toBe('a: ä\n');
    expect(readFileSync(join(folder.path, 'b.yaml'), 'utf8')).toBe('---\nb: 1\n');
    expect(readFileSync(file.path, 'utf8')).toBe('---\na: ä\n---\nb: 1\n');
    expect([folder.bytes, file.bytes]).toEqual([15, 19]);
    workspace.remove();
    expect(existsSync(folder.path)).toBe(false);
    expect(existsSync(file.path)).toBe(false);
  });
});

describe('joinDocuments', () => {
  it('begins every document with one marker', () => {
    expect(joinDocuments(manifests)).toBe('---\na: ä\n---\nb: 1\n');
  });
});

describe('groupDocuments', () => {
  it('puts the rest into the last file', () => {
    expect(groupDocuments(2, [...manifests, { file: 'c.yaml', text: 'c: 2\n' }])).toEqual([
      { file: '1.yaml', text: '---\na: ä\n---\nb: 1\n' },
      { file: '2.yaml', text: '---\nc: 2\n' },
    ]);
  });
});
