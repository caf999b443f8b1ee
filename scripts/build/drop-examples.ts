import type { Plugin } from 'rolldown';
import { Visitor } from 'rolldown/utils';

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Takes the examples out of checks, which nothing of the program imports, and lets fall what was worked out for them alone:
 * the value of every constant of a check file is marked as pure, so that the bundler may drop the unused ones.
 */
export function dropExamples(): Plugin {
  return {
    name: 'drop-examples',
    transform: {
      filter: { id: /\/src\/checks\/[^/]+\/[^/]+\.ts$/ },
      handler(code) {
        const cuts: Cut[] = [];
        let depth = 0;
        const enter = (): void => void (depth += 1);
        const leave = (): void => void (depth -= 1);
        new Visitor({
          FunctionDeclaration: enter,
          'FunctionDeclaration:exit': leave,
          FunctionExpression: enter,
          'FunctionExpression:exit': leave,
          ArrowFunctionExpression: enter,
          'ArrowFunctionExpression:exit': leave,
          ExportNamedDeclaration({ start, end }) {
            if (!code.startsWith('export const examples', start)) return;
            cuts.push({ start, end, text: '' });
            depth += 1;
          },
          'ExportNamedDeclaration:exit'({ start }) {
            if (code.startsWith('export const examples', start)) depth -= 1;
          },
          VariableDeclarator({ init }) {
            if (depth > 0 || init === null) return;
            cuts.push({ start: init.start, end: init.start, text: '/* @__PURE__ */ (() => (' });
            cuts.push({ start: init.end, end: init.end, text: '))()' });
          },
        }).visit(this.parse(code, { lang: 'ts' }));
        let changed = code;
        for (const { start, end, text } of cuts.toSorted((left, right) => right.start - left.start)) {
          changed = `${changed.slice(0, start)}${text}${changed.slice(end)}`;
        }
        return { code: changed, map: null };
      },
    },
  };
}
