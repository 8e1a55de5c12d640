/** Puts a property on the global object, as a browser has it, and gives what takes it away again. */
export function putGlobal(name: 'document' | 'navigator', value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, { value, configurable: true });
  return () => {
    if (before) Object.defineProperty(globalThis, name, before);
    else Reflect.deleteProperty(globalThis, name);
  };
}

export interface Page {
  /** As the browser tells that the page's policy refused a request. */
  violate(effectiveDirective: string, blockedURI: string): void;
  /** Takes the page away. */
  leave(): void;
}

/** A page around code that runs in Node: only what `request/` looks at. */
export function openPage(visibilityState: 'visible' | 'hidden'): Page {
  const document = Object.assign(new EventTarget(), { visibilityState });
  const leave = putGlobal('document', document);
  return {
    leave,
    violate(effectiveDirective, blockedURI) {
      const event = Object.assign(new Event('securitypolicyviolation'), { effectiveDirective, blockedURI });
      document.dispatchEvent(event);
    },
  };
}

/** A browser that knows that it has no network. */
export function goOffline(): () => void {
  return putGlobal('navigator', { onLine: false });
}
