import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { formatPath } from '../../core/path.ts';
import { UnknownValue } from '../../core/unknown-value.ts';
import { builtInSchema } from './built-in-schemas.ts';
import { checkRequiredFields } from './required-fields.ts';
import { type Violation, violationReport } from './violation.ts';

function linesOf(kind: string, spec: JsonObject, more: JsonObject = {}): string[] {
  const found: Violation[] = [];
  const schema = builtInSchema('v1', kind)?.schema;
  if (schema !== undefined) checkRequiredFields({ spec, ...more }, schema, violationReport(found));
  return found.map(({ path, message }) => `${formatPath(path)}: ${message}`);
}

describe('checkRequiredFields', () => {
  it('asks for fields, in lists too', () => {
    expect(linesOf('Pod', {})).toEqual(['spec.containers: Required value']);
    expect(linesOf('Pod', { containers: [{ env: [{ name: null }] }, 'damaged'] })).toEqual([
      'spec.containers[0].env[0].name: Required value',
      'spec.containers[0].name: Required value',
    ]);
    expect(linesOf('Pod', { containers: [] })).toEqual([]);
  });

  it('asks for values of enumerations', () => {
    const containers = [{ name: 'web' }];
    expect(linesOf('Pod', { containers, restartPolicy: 'Sometimes' })).toEqual([
      'spec.restartPolicy: Unsupported value: "Sometimes": supported values: "Always", "Never", "OnFailure"',
    ]);
    expect(linesOf('Pod', { containers, restartPolicy: '', dnsPolicy: null })).toEqual([]);
  });

  it('leaves the status and what is not known alone', () => {
    const unknown = new UnknownValue('a variable');
    expect(linesOf('Pod', { containers: unknown, restartPolicy: unknown })).toEqual([]);
    expect(linesOf('Pod', { containers: [] }, { status: { conditions: [{}] } })).toEqual([]);
  });
});
