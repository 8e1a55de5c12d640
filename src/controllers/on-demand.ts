import type { ReactiveControllerHost } from 'lit';

/**
 * Code that few figures need, fetched once for a page. The function it gives has the code, or `undefined` while it is on
 * its way: the host that asks is updated then. It fails with what kept the code from coming.
 */
export function onDemand<Code>(
  load: () => Promise<Code>,
): (host: Pick<ReactiveControllerHost, 'requestUpdate'>) => Code | undefined {
  let code: Code | undefined;
  let failure: Error | undefined;
  return (host) => {
    if (failure) throw failure;
    if (!code) {
      void load()
        .then((loaded) => void (code = loaded))
        .catch((reason: unknown) => void (failure = reason as Error))
        .then(() => host.requestUpdate());
    }
    return code;
  };
}
