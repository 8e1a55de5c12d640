import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

const isPublic = ({ name, privacy, static: isStatic }) =>
  privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#') && !isStatic;

/** Names the tags, leaves out what is not for users, and points at the files of the package. */
const publish = () => ({
  name: 'publish',
  packageLinkPhase({ customElementsManifest }) {
    const built = (path) => path?.replace(/^\/?src\/(.*)\.ts$/, 'dist/$1.js');
    for (const module of customElementsManifest.modules) {
      const name = /widgets\/(\w+)\/\1\.ts$/.exec(module.path)?.[1];
      module.path = built(module.path);
      for (const each of module.exports ?? [])
        if (each.declaration?.module) each.declaration.module = built(each.declaration.module);
      for (const declaration of module.declarations ?? []) {
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
        // What is not described is not for users: inner state, and events the analyzer could not name.
        if (declaration.attributes)
          declaration.attributes = declaration.attributes.filter(({ description }) => description);
        if (declaration.events)
          declaration.events = declaration.events.filter(({ description }) => description);
        if (name && declaration.name === `Obs${name[0].toUpperCase()}${name.slice(1)}`) {
          declaration.customElement = true;
          declaration.tagName = `obs-${name}`;
        }
      }
      if (name)
        module.exports?.push({
          kind: 'custom-element-definition',
          name: `obs-${name}`,
          declaration: { name: `Obs${name[0].toUpperCase()}${name.slice(1)}`, module: module.path },
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
