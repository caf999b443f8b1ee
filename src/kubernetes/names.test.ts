import { describe, expect, it } from 'vitest';
import {
  configMapKey,
  dns1035Label,
  dns1123Label,
  dns1123Subdomain,
  environmentName,
  headerName,
  labelValue,
  type NameRule,
  pathSegment,
  portName,
  qualifiedName,
  wildcardSubdomain,
} from './names.ts';

describe('names that are well-formed', () => {
  it.each<[NameRule, string[]]>([
    [dns1123Label, ['a', '1', 'a-1', 'a'.repeat(63)]],
    [dns1123Subdomain, ['a', 'a.b-c.1', `${'a'.repeat(63)}.b`]],
    [wildcardSubdomain, ['*.a', '*.example.com']],
    [dns1035Label, ['a', 'a-1']],
    [qualifiedName, ['a', 'A_b.c-1', 'example.com/Name']],
    [labelValue, ['', 'a', 'A_b.c-1']],
    [portName, ['http', 'a1', '0-a', 'a23456789012345']],
    [pathSegment, ['', 'system:node', 'a b']],
    [configMapKey, ['a', '.a', 'A_b.c-1', '-']],
    [environmentName, ['A', '1 b', '-.:']],
    [headerName, ['X-Name', '1']],
  ])('%o', (rule, names) => {
    expect(names.flatMap(rule)).toEqual([]);
  });
});

describe('what is wrong with a name', () => {
  it.each([
    ['A', 'a lowercase RFC 1123 label must consist of lower case alphanumeric characters'],
    ['-a', 'a lowercase RFC 1123 label must consist of lower case alphanumeric characters'],
    ['a.b', 'must not contain dots'],
    ['a'.repeat(64), 'must be no more than 63 bytes'],
  ])('a label %j', (text, start) => {
    const [complaint = ''] = dns1123Label(text);
    expect(complaint.startsWith(start)).toBe(true);
  });

  it('is said in the words of the API server', () => {
    expect(dns1123Subdomain('Not A Value!')).toEqual([
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    ]);
    expect(dns1123Label('_')).toEqual([
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
    ]);
    expect(dns1035Label('1a')).toEqual([
      "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')",
    ]);
    expect(labelValue('a b')).toEqual([
      "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')",
    ]);
  });

  it('is said of each part of a key', () => {
    const form =
      "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
    expect(qualifiedName('')).toEqual(['name part must be non-empty', `name part ${form}`]);
    expect(qualifiedName('/a')).toEqual(['prefix part must be non-empty']);
    expect(qualifiedName('a/b/c')).toEqual([
      `a valid label key ${form} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ]);
    expect(qualifiedName(`A/${'b'.repeat(64)}`)).toEqual([
      `prefix part ${dns1123Subdomain('A')[0]}`,
      'name part must be no more than 63 bytes',
    ]);
  });

  it('is said of ports, paths, keys, variables, headers and wildcards', () => {
    expect(portName('-A--')).toEqual([
      'must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)',
      'must contain at least one letter (a-z)',
      'must not contain consecutive hyphens',
      'must not begin or end with a hyphen',
    ]);
    expect(portName('a'.repeat(16))).toEqual(['must be no more than 15 characters']);
    expect(['.', '..', 'a/b', '%'].map(pathSegment)).toEqual([
      ["may not be '.'"],
      ["may not be '..'"],
      ["may not contain '/'"],
      ["may not contain '%'"],
    ]);
    expect(['.', '..', '..a'].map(configMapKey)).toEqual([
      ["must not be '.'"],
      ["must not be '..'"],
      ["must not start with '..'"],
    ]);
    expect(configMapKey('a'.repeat(254))).toEqual(['must be no more than 253 characters']);
    expect(configMapKey('a b')).toEqual([
      "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')",
    ]);
    expect(environmentName('')).toEqual(['environment variable name must be non-empty']);
    const printable = [
      "a valid environment variable name must consist only of printable ASCII characters other than '='",
    ];
    expect(['A=', 'é', '\n'].map(environmentName)).toEqual([printable, printable, printable]);
    expect(headerName('X Name')).toEqual([
      "a valid HTTP header must consist of alphanumeric characters or '-' (e.g. 'X-Header-Name', regex used for validation is '[-A-Za-z0-9]+')",
    ]);
    expect(wildcardSubdomain('a.*')).toEqual([
      "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character (e.g. '*.example.com', regex used for validation is '\\*\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    ]);
  });
});
