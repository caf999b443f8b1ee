import { describe, expect, it } from 'vitest';
import { fieldsMatch, parseFieldSelector } from './field-selector.ts';

const pod = { metadata: { name: 'web', namespace: 'shop' }, spec: { hostNetwork: true }, status: { phase: 'Running' } };

function matches(text: string): boolean | string {
  const terms = parseFieldSelector(text);
  return 'fault' in terms ? terms.fault : fieldsMatch(terms, pod);
}

describe('field selectors', () => {
  it.each([
    ['', true],
    ['metadata.name=web', true],
    ['metadata.name==web', true],
    ['metadata.name=api', false],
    ['metadata.name!=api', true],
    ['status.phase=Running,metadata.namespace!=kube-system', true],
    ['status.phase=Running,metadata.name=api', false],
    ['spec.hostNetwork=true', true],
    ['spec.nodeName=', true],
    ['spec.nodeName!=', false],
    ['spec=x', false],
  ])('%s: %s', (text, expected) => {
    expect(matches(text)).toBe(expected);
  });

  it('take what a backslash protects', () => {
    expect(parseFieldSelector(String.raw`a=b\,c\=d\\e,f!=g`)).toEqual([
      { field: 'a', equals: true, value: String.raw`b,c=d\e` },
      { field: 'f', equals: false, value: 'g' },
    ]);
  });

  it.each([
    ['metadata.name', '"metadata.name" compares nothing: write FIELD=VALUE or FIELD!=VALUE'],
    ['a=b=c', '"b=c" holds a character that needs a backslash before it'],
    [String.raw`a=b\c`, String.raw`"b\c" holds a character that needs a backslash before it`],
  ])('refuse %s', (text, fault) => {
    expect(matches(text)).toBe(fault);
  });
});
