import { describe, expect, it } from 'vitest';
import { tableText } from './table-text.ts';

describe('tableText', () => {
  it('makes columns as wide as their widest cell, and lets the last run free', () => {
    const rows = [
      ['high', 'a', 'a long last cell'],
      ['critical', 'longer', 'b'],
      ['low', '', ''],
    ];
    expect(tableText(['SEVERITY', 'ID', 'TITLE'], rows)).toBe(
      ['SEVERITY  ID      TITLE', 'high      a       a long last cell', 'critical  longer  b', 'low', ''].join('\n'),
    );
  });

  it('is its heads where there are no rows', () => {
    expect(tableText(['A', 'B'], [])).toBe('A  B\n');
  });
});
