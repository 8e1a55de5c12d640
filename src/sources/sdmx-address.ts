/** The parts of an address of SDMX REST that asks for data. */
export interface SdmxAddress {
  /** The service, up to `/data`. */
  readonly root: string;
  /** REST 1.x goes with SDMX 2.1, REST 2.x with SDMX 3. */
  readonly rest: 1 | 2;
  readonly agency: string | undefined;
  readonly flow: string;
  readonly version: string | undefined;
  /** Whether the key leaves all dimensions open. */
  readonly isOpen: boolean;
  /** What follows the key, with its slash: who provides the data. */
  readonly after: string;
}

/** No dimension is fixed: nothing, `all`, `*`, `..`, `*.*`. */
const isOpenKey = (key: string | undefined): boolean => /^(all|[.*]*)$/i.test(key ?? '');

/** `undefined` for an address of another kind. */
export function readSdmxAddress({ pathname }: URL): SdmxAddress | undefined {
  const at = pathname.lastIndexOf('/data/');
  if (at < 0) return undefined;
  const root = pathname.slice(0, at);
  const parts = pathname.slice(at + 6).split('/');
  if (parts[0] === 'dataflow') {
    const [, agency, flow, version, key] = parts;
    if (agency === undefined || !flow) return undefined;
    return { root, rest: 2, agency, flow, version, isOpen: isOpenKey(key), after: '' };
  }
  const [reference = '', key, ...others] = parts;
  const named = decodeURIComponent(reference.replace(/%(?![\da-f]{2})/gi, '%25')).split(',');
  const [flow = '', version] = named.length > 1 ? named.slice(1) : named;
  if (flow === '' || /^(datastructure|provisionagreement|\*)$/.test(flow)) return undefined;
  const agency = named.length > 1 ? named[0] : undefined;
  const after = others.length > 0 ? `/${others.join('/')}` : '';
  return { root, rest: 1, agency, flow, version, isOpen: isOpenKey(key), after };
}

/** Where the flow's structure is described: its dimensions in the order of the key. */
export function structureAddress(address: URL, { root, rest, agency, flow, version }: SdmxAddress): string {
  const url = new URL(address.origin);
  const named =
    rest === 1
      ? [agency ?? 'all', flow, version ?? 'latest']
      : ['dataflow', agency ?? '*', flow, version || '*'];
  url.pathname = `${root}/${rest === 1 ? 'dataflow' : 'structure'}/${named.join('/')}`;
  url.searchParams.set('references', 'children');
  return url.href;
}
