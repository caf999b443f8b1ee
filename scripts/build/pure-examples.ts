import type { Plugin } from 'rolldown';
import { Visitor } from 'rolldown/utils';

/**
 * Lets the examples of checks fall away: calls that make example texts are marked as pure, so that the bundler may drop
 * them once nobody imports `examples`. Calls inside functions and the check itself are left alone.
 */
export function pureExamples(): Plugin {
  return {
    name: 'pure-examples',
    transform: {
      filter: { id: /\/src\/checks\/[^/]+\/[^/]+\.ts$/ },
      handler(code) {
        const marks: number[] = [];
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
          ExportDefaultDeclaration: enter,
          'ExportDefaultDeclaration:exit': leave,
          CallExpression(node) {
            if (depth === 0) marks.push(node.start);
          },
        }).visit(this.parse(code, { lang: 'ts' }));
        let marked = code;
        for (const offset of marks.toSorted((left, right) => right - left)) {
          marked = `${marked.slice(0, offset)}/* @__PURE__ */ ${marked.slice(offset)}`;
        }
        return { code: marked, map: null };
      },
    },
  };
}
