import type { Plugin } from '@web/dev-server-core';

/** Serves libraries in the old universal format as modules with a default export, as bundlers do. */
export function umdAsModule(...files: string[]): Plugin {
  return {
    name: 'umd-as-module',
    transform(context) {
      if (!files.some((file) => context.path.endsWith(file))) return undefined;
      const body = `const module={exports:{}},exports=module.exports;(function(){${String(context.body)}\n}).call(globalThis);export default module.exports;`;
      return { body };
    },
  };
}
