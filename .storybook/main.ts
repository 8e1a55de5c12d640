import type { StorybookConfig } from '@storybook/web-components-vite';
import { projectFiles } from './project-files.js';

/** Reads nothing from the network and tells nobody anything: it builds and runs without a connection. */
const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  // A whole observatory of a few rows, of which a profile is made.
  staticDirs: [{ from: '../stories/profile', to: '/profile' }],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: { name: '@storybook/web-components-vite', options: {} },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  viteFinal: (vite) => ({ ...vite, plugins: [...(vite.plugins ?? []), projectFiles()] }),
};

export default config;
