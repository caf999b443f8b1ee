import { describe, expect, it } from 'vitest';
import { defineCheck } from './check.ts';
import type { Diagnostic } from './diagnostic.ts';
import { maskReport } from './mask-report.ts';
import { scan } from './scan.ts';
import { box, boxWithDrawers, toyCheck, toyInputs, toyInventory, toySettings } from './toy-world.ts';

const SECRET = 'open-sesame';

const words = {
  id: 'failing',
  on: box,
  severity: 'low',
  title: 'Box is open',
  why: 'It is a toy.',
  advice: 'Play on.',
} as const;

function mask(text: string): string {
  return text.replaceAll(SECRET, '*'.repeat(SECRET.length));
}

/** A report on a box that carries the secret wherever it can, as a text. */
function reported(masked: (text: string) => string): string {
  const safe = boxWithDrawers(`box-${SECRET}`, [SECRET], { namespace: SECRET, kind: 'toys/Box' });
  const other = boxWithDrawers('other', [], { kind: `toys/${SECRET}` });
  const failing = defineCheck({
    ...words,
    messages: { wrong: 'holds {what}' },
    evaluate(judged, report) {
      const place = { resource: judged.anchor.resource, path: ['drawers', 0, SECRET] };
      report.assuming(SECRET).fail('wrong', place, { what: SECRET });
    },
  });
  const unsure = toyCheck('unsure', {
    evaluate: (_, report) => report.unknown({ what: `no ${SECRET}`, hint: `add ${SECRET}` }),
  });
  const report = scan(
    toyInputs([], {
      inventories: [toyInventory([safe, other], { coverage: { claims: [], gaps: [{ file: 'a.yaml', why: SECRET }] } })],
      diagnostics: [{ code: 'broken-document', message: `found ${SECRET}`, hint: SECRET }],
      mask: masked,
    }),
    toySettings([failing, unsure]),
  );
  return JSON.stringify([report, [...report.coverage.notJudged]]);
}

describe('a report', () => {
  it('shows nothing that its source masks', () => {
    expect(reported((text) => text)).toContain(SECRET);
    expect(reported(mask)).not.toContain(SECRET);
  });

  it('shows a masked finding as the same one in its subject and where it is folded', () => {
    const report = scan(
      toyInputs([boxWithDrawers('box', ['a'])], { mask }),
      toySettings([
        defineCheck({
          ...words,
          messages: { wrong: 'holds {what}, which is {what}' },
          evaluate: (judged, reporter) => void reporter.fail('wrong', judged.anchor, { what: SECRET }),
        }),
      ]),
    );
    const [finding] = report.subjects.flatMap(({ findings }) => findings);
    expect(report.folded.map((entry) => entry.finding)).toEqual([finding]);
    expect(report.folded[0]?.finding).toBe(finding);
    expect(finding?.message).toBe('holds ***********, which is ***********');
    expect(finding?.data).toEqual({ what: '***********' });
  });

  it('keeps the objects that hold nothing to mask', () => {
    const report = scan(
      toyInputs([boxWithDrawers('plain', []), boxWithDrawers(SECRET, [])], { mask: (text) => text }),
      toySettings([toyCheck('quiet', { evaluate: () => undefined })]),
    );
    const masked = maskReport(report, mask);
    expect(report.subjects.map(({ reference }) => reference.name)).toEqual(['plain', SECRET]);
    expect(masked.subjects.map(({ reference }) => reference.name)).toEqual(['plain', '***********']);
    expect(masked.subjects[0]).toBe(report.subjects[0]);
    expect(masked.subjects[1]).not.toBe(report.subjects[1]);
    expect(JSON.stringify(report)).toContain(SECRET);
  });

  it('shows of an object that is not plain its own fields alone', () => {
    class Note implements Diagnostic {
      readonly code = 'broken-document';
      readonly message = 'plain';
      get behind(): string {
        return SECRET;
      }
    }
    const report = { ...scan(toyInputs([], { mask }), toySettings([])), diagnostics: [new Note()] };
    expect(Object.getPrototypeOf(report.diagnostics[0])).toBe(Note.prototype);
    expect(maskReport(report, mask).diagnostics).toStrictEqual([{ code: 'broken-document', message: 'plain' }]);
  });
});
