import { describe, expect, it } from 'vitest';
import { codeIndexes, notificationOf, notificationRule } from './notifications.ts';

const noSources = { line: () => undefined };
const location = { file: 'a b.yaml', line: 3, column: 1, endLine: 3, endColumn: 2 };
const physicalLocation = {
  artifactLocation: { uri: 'a%20b.yaml', uriBaseId: '%SRCROOT%' },
  region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 2 },
};

describe('codeIndexes', () => {
  it('numbers the codes in their order, each once', () => {
    const codes = ['not-covered', 'broken-document', 'not-covered'] as const;
    expect([...codeIndexes(codes.map((code) => ({ code, message: '' })))]).toEqual([
      ['broken-document', 0],
      ['not-covered', 1],
    ]);
  });
});

describe('notificationRule', () => {
  it('says what a code means', () => {
    expect(notificationRule('broken-document')).toEqual({
      id: 'broken-document',
      shortDescription: { text: 'A document cannot be read; the other documents of the file are judged.' },
      defaultConfiguration: { level: 'error' },
    });
  });
});

describe('notificationOf', () => {
  it('tells where it is, what belongs to it and what to do', () => {
    const diagnostic = {
      code: 'duplicate-key',
      message: 'the key "{a}" stands here again',
      hint: 'remove one',
      file: 'a b.yaml',
      location,
      related: location,
    } as const;
    expect(notificationOf(diagnostic, new Map([['duplicate-key', 4]]), noSources)).toEqual({
      descriptor: { id: 'duplicate-key', index: 4 },
      level: 'warning',
      message: { text: 'the key "{{a}}" stands here again; remove one' },
      locations: [
        { id: 0, physicalLocation },
        { id: 1, physicalLocation },
      ],
    });
  });

  it('quotes the line, masked as the report has it', () => {
    const sources = { line: () => 'a: ***' };
    expect(notificationOf({ code: 'broken-document', message: 'x', location }, new Map(), sources)).toEqual({
      descriptor: { id: 'broken-document' },
      level: 'error',
      message: { text: 'x' },
      locations: [
        {
          id: 0,
          physicalLocation: {
            artifactLocation: physicalLocation.artifactLocation,
            region: { ...physicalLocation.region, snippet: { text: 'a' } },
            contextRegion: { startLine: 3, endLine: 3, snippet: { text: 'a: ***' } },
          },
        },
      ],
    });
  });

  it('points at a whole file', () => {
    expect(
      notificationOf({ code: 'not-covered', message: 'a chart', file: '/srv/chart' }, new Map(), noSources),
    ).toEqual({
      descriptor: { id: 'not-covered' },
      level: 'note',
      message: { text: 'a chart' },
      locations: [{ id: 0, physicalLocation: { artifactLocation: { uri: 'file:///srv/chart' } } }],
    });
  });

  it('stands nowhere where there is no file', () => {
    expect(notificationOf({ code: 'exception-unmatched', message: 'x' }, new Map(), noSources)).toEqual({
      descriptor: { id: 'exception-unmatched' },
      level: 'warning',
      message: { text: 'x' },
    });
  });
});
