import type { Plugin } from 'rolldown';

/** What nearly every run of the program loads. */
const EAGER = ["import('./scan.ts')", "import('./pretty.ts')"];

/** Loads with the program what a scan needs: one large file starts faster than a dozen small ones. */
export function eagerScan(): Plugin {
  return {
    name: 'eager-scan',
    transform: {
      filter: { id: /\/src\/(?:cli\/commands|outputs)\/registry\.generated\.ts$/ },
      handler(code) {
        const found = EAGER.find((load) => code.includes(load));
        if (found === undefined) throw new Error('the registry loads neither the scan nor its output');
        const name = found.slice("import('".length, -"')".length);
        const eager = code.replace(found, 'Promise.resolve(eager)');
        return { code: `import * as eager from '${name}';\n${eager}`, map: null };
      },
    },
  };
}
