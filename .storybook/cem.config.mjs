import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

/** What is assigned as one of several has no name for the analyzer: nothing that anybody could use. */
const isPublic = ({ name, privacy, static: isStatic }) =>
  name !== undefined &&
  privacy !== 'private' &&
  privacy !== 'protected' &&
  !name.startsWith('#') &&
  !isStatic;

/** The file of the package that a source file becomes; the analyzer writes sources as `.ts` and as `.js`. */
const built = (path) => path?.replace(/^\/?src\/(.*)\.[jt]s$/, 'dist/$1.js');

/** Every reference to a module points at the package, also those of what is inherited. */
const pointAtPackage = (node) => {
  if (node === null || typeof node !== 'object') return;
  if (typeof node.module === 'string') node.module = built(node.module);
  for (const each of Object.values(node)) pointAtPackage(each);
};

/**
 * Leaves out what is not for users: members that are not public and attributes that Lit would make of them, and
 * whatever nobody has described, such as events that the analyzer could not name.
 */
const keepPublic = (declaration) => {
  const hidden = new Set(
    (declaration.members ?? []).filter((each) => !isPublic(each)).map(({ name }) => name),
  );
  declaration.members &&= declaration.members.filter(isPublic);
  declaration.attributes &&= declaration.attributes.filter(
    ({ description, fieldName }) => description && !hidden.has(fieldName),
  );
  declaration.events &&= declaration.events.filter(({ description }) => description);
};

/** Names the tags, leaves out what is not for users, and points at the files of the package. */
const publish = () => ({
  name: 'publish',
  packageLinkPhase({ customElementsManifest }) {
    // A file of types only leaves no file in the package.
    customElementsManifest.modules = customElementsManifest.modules.filter(
      ({ declarations = [], exports = [] }) => declarations.length + exports.length > 0,
    );
    for (const module of customElementsManifest.modules) {
      const name = /widgets\/(\w+)\/\1\.ts$/.exec(module.path)?.[1];
      const className = name && `Obs${name[0].toUpperCase()}${name.slice(1)}`;
      module.path = built(module.path);
      module.declarations?.forEach(keepPublic);
      pointAtPackage(module.exports);
      pointAtPackage(module.declarations);
      const widget = module.declarations?.find((each) => name && each.name === className);
      if (!widget) continue;
      widget.customElement = true;
      widget.tagName = `obs-${name}`;
      module.exports?.push({
        kind: 'custom-element-definition',
        name: `obs-${name}`,
        declaration: { name: className, module: module.path },
      });
    }
  },
});

export default {
  globs: ['src/widgets/*/*.ts'],
  exclude: ['src/widgets/**/*-model.ts', 'src/widgets/**/*.styles.ts'],
  litelement: true,
  outdir: '.',
  plugins: [
    publish(),
    customElementVsCodePlugin({ outdir: 'dist' }),
    customElementJetBrainsPlugin({ outdir: 'dist', packageJson: false }),
  ],
};
