import { describe, expect, it } from 'vitest';
import type { CheckFile, Project } from '../check-tester/check-file.ts';
import { firstFault } from '../check-tester/check-tester.ts';
import { loadChecks } from '../check-tester/load-checks.ts';
import { projectOf } from '../check-tester/project.ts';
import { isObject } from '../core/json.ts';

const files = await loadChecks();
const project = projectOf(files);

/** The fields that say something: those that only hold what is there without them are left out. */
function fieldsOf({ check }: CheckFile): string[] {
  return Object.entries(check)
    .filter(([, value]) => value !== false && !isEmpty(value))
    .map(([field]) => field);
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}

/** What stands for nothing in the place of a value. */
function emptied(value: unknown): unknown {
  if (typeof value === 'string') return '';
  if (typeof value === 'function') return () => {};
  if (Array.isArray(value)) return [];
  return isObject(value) ? {} : undefined;
}

/** The check with another value in one of its fields, in the project that it is part of. */
function withField(file: CheckFile, field: string, value: unknown): { file: CheckFile; project: Project } {
  const check = { ...file.check, [field]: value };
  if (value === undefined) Reflect.deleteProperty(check, field);
  const checks = project.checks.map((other) => (other === file.check ? check : other));
  return { file: { ...file, check }, project: { ...project, checks } };
}

describe.each(files)('$path', (file) => {
  it.each(fieldsOf(file))('is at fault without its %s', (field) => {
    const changed = withField(file, field, undefined);
    expect(firstFault(changed.file, changed.project)).toEqual(expect.any(String));
  });

  it.each(fieldsOf(file))('is at fault with an empty %s', (field) => {
    const changed = withField(file, field, emptied(Reflect.get(file.check, field)));
    expect(firstFault(changed.file, changed.project)).toEqual(expect.any(String));
  });

  it('is at fault without its examples', () => {
    const examples = { pass: [], fail: [] };
    expect(firstFault({ ...file, examples }, project)).toBe('it has no pass example');
  });
});
