/**
 * Imported by a test for what it does, not for what it gives. A module that waits at its top can only be imported:
 * a runner that would rather `require` a test then imports it too, and everything under test is there once. Else
 * what the source loads late, by `import()`, is there a second time, and one DataError is no instance of the other.
 */
export const loaded: boolean = await Promise.resolve(true);
