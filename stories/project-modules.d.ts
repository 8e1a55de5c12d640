declare module 'project:manifest' {
  const manifest: import('../.storybook/docs-manifest.js').Manifest;
  export default manifest;
}

declare module 'project:weights' {
  const weights: readonly import('../.storybook/weights.js').Weight[];
  export default weights;
}

/** The address at which a file is served. */
declare module '*?url' {
  const address: string;
  export default address;
}
